import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { readGithub, readGitlab, readKubernetes } from './ci-examples.ts';

type Environment = Readonly<Record<string, string>>;

let cwd = '';
let clean: SpawnedReference;
let faulty: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-ci-'));
  const bin = path.join(cwd, 'bin');
  await mkdir(bin);
  const command = `exec '${process.execPath}' '${path.resolve('dist/cli/main.js')}' "$@"\n`;
  await writeFile(path.join(bin, 'prism-oauth-conformance'), `#!/bin/sh\n${command}`);
  // Works like npx: the first argument names the command.
  await writeFile(
    path.join(bin, 'npx'),
    `#!/bin/sh\n[ "$1" = prism-oauth-conformance ] && shift\n${command}`,
  );
  for (const name of ['prism-oauth-conformance', 'npx']) await chmod(path.join(bin, name), 0o755);
  [clean, faulty] = await Promise.all([
    spawnReference(),
    spawnReference({ faults: ['register-answers-201'] }),
  ]);
});
afterAll(async () => {
  await Promise.all([clean.close(), faulty.close()]);
  await rm(cwd, { recursive: true, force: true });
});

/** What the CI would set, and what makes a run small and fast here. */
function environmentOf(target: SpawnedReference, given: Readonly<Record<string, unknown>>): Environment {
  const outer = Object.entries(process.env).filter(([name]) => !/^(?:PRISM|GITHUB)_/.test(name));
  return {
    ...Object.fromEntries(outer.map(([name, value]) => [name, value ?? ''])),
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)])),
    ...{ PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u', PRISM_TARGET: target.url, PRISM_CA: '' },
    ...{ PRISM_RUNS: '6', PRISM_RATE: '100000', NO_COLOR: '1' },
    PRISM_OPERATION: 'oauth_client_post,oauth_idp_login_get',
    PATH: `${path.join(cwd, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
}

/** Runs lines of an example as its CI does, in the example's folder, and returns the exit code. */
async function shell(folder: string, script: string, env: Environment): Promise<number> {
  const home = path.join(cwd, folder);
  await mkdir(home, { recursive: true });
  return new Promise((resolve) => {
    execFile('sh', ['-euc', script], { cwd: home, env, maxBuffer: 2 ** 26 }, (error) => {
      resolve(error === null ? 0 : Number(error.code));
    });
  });
}

const textOf = (folder: string, file: string): Promise<string> =>
  readFile(path.join(cwd, folder, file), 'utf8');

async function resultOf(folder: string, file = 'result.json'): Promise<ResultFile> {
  return JSON.parse(await textOf(folder, file)) as ResultFile;
}

const ours = (lines: readonly string[], word: string): readonly string[] =>
  lines.filter((line) => new RegExp(`prism-oauth-conformance ${word} `).test(`${line} `));

const four = [1, 2, 3, 4];
/** Five processes start concurrently, on machines that may be busy. */
const timeoutMs = 180_000;

describe('the examples for CI', () => {
  it(
    'for GitHub Actions conform to what they rely on, and exit 0 on a target that conforms',
    async () => {
      const { env, jobs } = readGithub();
      expect(jobs.shard.strategy?.matrix.shard).toEqual(four);
      const given = environmentOf(clean, { ...env, PRISM_SEED: 17 });
      const lines = [...jobs.shard.steps, ...jobs.report.steps].flatMap((step) =>
        'run' in step ? [step.run] : [],
      );
      const [run = ''] = ours(lines, 'run');
      const [merge = ''] = ours(lines, 'merge');
      const codes = await Promise.all(
        four.map((shard) => {
          const line = run.replaceAll('${{ matrix.shard }}', String(shard));
          expect(line).not.toContain('${{');
          return shell('github', `${line} --report shard-${shard}`, given);
        }),
      );
      expect(codes).toEqual([0, 0, 0, 0]);
      expect(await shell('github', merge, given)).toBe(0);
      // The second night.
      expect(await shell('github', 'cp result.json nights/last.json', given)).toBe(0);
      expect(await shell('github', merge, given)).toBe(0);
      expect(await resultOf('github')).toMatchObject({ seed: 17, baseline: { new: [], fixed: [] } });
      const history = await readFile(path.join(cwd, 'github', 'nights', 'history.jsonl'), 'utf8');
      expect(history.trim().split('\n')).toHaveLength(2);
      expect(await shell('github', ours(lines, 'clean')[0] ?? 'false', given)).toBe(0);
      const uploaded = jobs.report.steps.flatMap((step) =>
        'with' in step ? [step.with?.['sarif_file']] : [],
      );
      const [file] = uploaded.filter((name) => name !== undefined);
      expect(await textOf('github', String(file))).toContain('"version": "2.1.0"');
    },
    timeoutMs,
  );

  it(
    'for GitLab conform to what they rely on, and exit 1 on a target with a fault',
    async () => {
      const { variables, shard, report } = readGitlab();
      const given = {
        ...environmentOf(faulty, variables),
        CI_PIPELINE_IID: '23',
        CI_NODE_TOTAL: String(shard.parallel),
      };
      const codes = await Promise.all(
        four.map((index) =>
          shell('gitlab', shard.script.join('\n'), {
            ...{ ...given, CI_NODE_INDEX: String(index) },
            PRISM_REPORT: `shard-${index}`,
          }),
        ),
      );
      expect(codes.toSorted()).toEqual([0, 0, 0, 1]);
      expect(shard.allow_failure?.exit_codes).toEqual([1]);
      expect(await shell('gitlab', report.script.join('\n'), given)).toBe(1);
      expect(await shell('gitlab', report.after_script.join('\n'), given)).toBe(0);
      expect(await resultOf('gitlab', 'nights/last.json')).toMatchObject({
        seed: 23,
        target: { url: faulty.url },
      });
      const { junit = '', codequality = '' } = report.artifacts.reports ?? {};
      expect(await textOf('gitlab', junit)).toContain('<failure ');
      expect(await textOf('gitlab', codequality)).toContain('"path": "spec/openapi.yaml"');
      expect(await textOf('gitlab', 'summary.md')).toContain('the target violates the contract');
      expect(await shell('gitlab', ours(shard.after_script, 'clean')[0] ?? 'false', given)).toBe(0);
    },
    timeoutMs,
  );

  it(
    'for Kubernetes conform to what they rely on, and end with one exit code',
    async () => {
      const { completions, parallelism, template } = readKubernetes().spec.jobTemplate.spec;
      const [{ args, env }] = template.spec.containers;
      const values = new Map(
        env.map((variable) => [variable.name, 'value' in variable ? variable.value : '']),
      );
      const given = {
        ...environmentOf(faulty, Object.fromEntries(values)),
        JOB_NAME: 'oauth-conformance-29401',
      };
      expect([completions, parallelism]).toEqual([5, 5]);
      const pods = Array.from({ length: completions }, (_, index) =>
        shell('kubernetes', args[0], { ...given, JOB_COMPLETION_INDEX: String(index) }),
      );
      const [report, ...shards] = (await Promise.all(pods)).toReversed();
      expect(report).toBe(1);
      expect(shards.toSorted()).toEqual([0, 0, 0, 1]);
      expect(await resultOf('kubernetes', 'last.json')).toMatchObject({ seed: 29_401 });
    },
    timeoutMs,
  );

  it('take the account from the store of secrets', () => {
    const { jobs, env } = readGithub();
    expect(jobs.shard.env).toEqual({
      PRISM_USERNAME: '${{ secrets.PRISM_USERNAME }}',
      PRISM_PASSWORD: '${{ secrets.PRISM_PASSWORD }}',
    });
    const [{ env: variables, envFrom }] = readKubernetes().spec.jobTemplate.spec.template.spec.containers;
    expect(envFrom[0]?.secretRef.name).toBe('oauth-conformance');
    const plain = [
      ...Object.keys(env),
      ...Object.keys(readGitlab().variables),
      ...variables.map(({ name }) => name),
    ];
    expect(plain.filter((name) => /USERNAME|PASSWORD/.test(name))).toEqual([]);
  });
});
