import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * The parts of these formats that the examples use. The schemas are strict: a misspelt or misplaced member is refused.
 * The package registry has no full schemas of these formats that are fit to depend on.
 */
const text = z.string().min(1);
const environment = z.record(z.string().regex(/^[A-Z_]+$/), z.union([text, z.number()]));
const always = z.literal('always');

const githubStep = z.union([
  z.strictObject({ run: text, if: text.optional(), env: environment.optional() }),
  z.strictObject({
    uses: z.string().regex(/^(?:actions|github)\/[a-z/-]+@v\d+$/),
    if: text.optional(),
    'continue-on-error': z.boolean().optional(),
    with: z.record(text, z.union([text, z.number(), z.boolean()])).optional(),
  }),
]);

const githubJob = z.strictObject({
  'runs-on': text,
  needs: text.optional(),
  if: text.optional(),
  'timeout-minutes': z.number().optional(),
  permissions: z
    .strictObject({ contents: z.literal('read'), 'security-events': z.literal('write') })
    .optional(),
  strategy: z
    .strictObject({
      'fail-fast': z.boolean(),
      matrix: z.strictObject({ shard: z.array(z.number()).min(2) }),
    })
    .optional(),
  env: environment.optional(),
  steps: z.array(githubStep).min(1),
});

const githubWorkflow = z.strictObject({
  name: text,
  on: z.strictObject({
    schedule: z.array(z.strictObject({ cron: z.string().regex(/^(\S+ ){4}\S+$/) })),
    workflow_dispatch: z.null(),
  }),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.strictObject({ group: text }),
  env: environment,
  jobs: z.strictObject({ shard: githubJob, report: githubJob }),
});

const gitlabJob = z.strictObject({
  stage: z.enum(['shards', 'report']),
  parallel: z.number().min(2).optional(),
  timeout: text.optional(),
  rules: z.array(z.strictObject({ if: text, when: always.optional() })),
  allow_failure: z.strictObject({ exit_codes: z.array(z.number()) }).optional(),
  script: z.array(text).min(1),
  after_script: z.array(text),
  cache: z.strictObject({ key: text, when: always, paths: z.array(text) }).optional(),
  artifacts: z.strictObject({
    when: always,
    reports: z.strictObject({ junit: text, codequality: text }).optional(),
    paths: z.array(text),
  }),
});

const gitlabPipeline = z.strictObject({
  variables: environment,
  stages: z.tuple([z.literal('shards'), z.literal('report')]),
  default: z.strictObject({ image: text, before_script: z.array(text) }),
  shard: gitlabJob,
  report: gitlabJob,
});

const kubernetesVariable = z.union([
  z.strictObject({ name: text, value: text }),
  z.strictObject({
    name: text,
    valueFrom: z.strictObject({ fieldRef: z.strictObject({ fieldPath: text }) }),
  }),
]);

const kubernetesContainer = z.strictObject({
  name: text,
  image: text,
  workingDir: text,
  command: z.tuple([z.literal('sh'), z.literal('-euc')]),
  args: z.tuple([text]),
  env: z.array(kubernetesVariable),
  envFrom: z.array(z.strictObject({ secretRef: z.strictObject({ name: text }) })).length(1),
  volumeMounts: z.array(z.strictObject({ name: text, mountPath: text })),
});

const kubernetesVolume = z.union([
  z.strictObject({ name: text, persistentVolumeClaim: z.strictObject({ claimName: text }) }),
  z.strictObject({ name: text, configMap: z.strictObject({ name: text }) }),
]);

const kubernetesJob = z.strictObject({
  completionMode: z.literal('Indexed'),
  completions: z.number(),
  parallelism: z.number(),
  backoffLimitPerIndex: z.literal(0),
  activeDeadlineSeconds: z.number(),
  template: z.strictObject({
    spec: z.strictObject({
      restartPolicy: z.literal('Never'),
      terminationGracePeriodSeconds: z.number(),
      containers: z.tuple([kubernetesContainer]),
      volumes: z.array(kubernetesVolume),
    }),
  }),
});

const kubernetesCronJob = z.strictObject({
  apiVersion: z.literal('batch/v1'),
  kind: z.literal('CronJob'),
  metadata: z.strictObject({ name: text }),
  spec: z.strictObject({
    schedule: z.string().regex(/^(\S+ ){4}\S+$/),
    concurrencyPolicy: z.literal('Forbid'),
    jobTemplate: z.strictObject({ spec: kubernetesJob }),
  }),
});

const read = (name: string): unknown => parse(readFileSync(`docs/ci/${name}`, 'utf8'));

export const readGithub = (): z.infer<typeof githubWorkflow> =>
  githubWorkflow.parse(read('github-actions.yml'));
export const readGitlab = (): z.infer<typeof gitlabPipeline> => gitlabPipeline.parse(read('gitlab-ci.yml'));
export const readKubernetes = (): z.infer<typeof kubernetesCronJob> =>
  kubernetesCronJob.parse(read('kubernetes.yml'));
