import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { compareWithBaseline } from '../../reports/baseline.ts';
import type { RuleRecord } from '../../checks/verdict.ts';
import { buildResult, writeResult } from '../../reports/result-file.ts';
import type { ResultFile } from '../../reports/result-file.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  reportOf,
  sampleExchange,
  sampleFinding,
  sampleOperation,
  sampleReport,
  sampleRule,
} from './sample-report.ts';

const schemaFile = fileURLToPath(new URL('../../reports/result.schema.json', import.meta.url));
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const problemsOf = (value: unknown): unknown =>
  validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors;

const resultOf = (rule: RuleRecord): ResultFile => buildResult(reportOf(rule));

const sampleBaseline = compareWithBaseline(reportOf(failingRule()), buildResult(reportOf(sampleRule())));

describe('result', () => {
  it.each([
    ['every verdict', reportOf(...everyVerdict())],
    [
      'what was left out',
      sampleReport({
        records: [
          sampleOperation({
            cut: { ...{ cases: 3, families: 1, isTimeUp: true }, hanging: ['a'], slow: ['b'] },
          }),
        ],
      }),
    ],
    ['nothing', sampleReport({ records: [], broken: 'unreachable' })],
    ['a broken operation', sampleReport({ records: [sampleOperation({ broken: 'reset' })] })],
    ['sequences', reportOf(failingRule({ operation: 'session', rule: 'code.use.once' }))],
    ['control characters', reportOf(failingRule({ findings: [sampleFinding({ at: 'a\u0000\ud800' })] }))],
    ['a shard', { ...reportOf(...everyVerdict()), shard: { index: 1, of: 2, suites: ['session'] } }],
    ['an empty shard', sampleReport({ records: [], shard: { index: 2, of: 2, suites: ['session'] } })],
    ['a run with a baseline', { ...reportOf(failingRule()), baseline: sampleBaseline }],
    ['a rule that judged nothing', reportOf(sampleRule({ judged: 0 }))],
  ])('of %s satisfies its schema', (_name, report) => {
    expect(problemsOf(buildResult(report))).toEqual([]);
  });

  it.each([
    ['another version', { schemaVersion: 2 }],
    ['a member of its own', { extra: true }],
    ['no seed', { seed: undefined }],
    ['a cause that explains nothing', { causes: [{ ...resultOf(failingRule()).causes?.[0], explains: [] }] }],
    [
      'a verdict that does not exist',
      { verdicts: [{ ...buildResult(reportOf(sampleRule())).verdicts[0], verdict: 'ok' }] },
    ],
    [
      'a green rule that judged nothing',
      { verdicts: [{ ...buildResult(reportOf(sampleRule())).verdicts[0], judged: 0 }] },
    ],
    [
      'a failure without violation',
      { verdicts: [{ ...buildResult(reportOf(failingRule())).verdicts[0], violations: [] }] },
    ],
  ])('with %s does not satisfy its schema', (_name, change) => {
    expect(problemsOf({ ...buildResult(reportOf(sampleRule())), ...change })).not.toEqual([]);
  });

  it('has the members of version 1 in their order', () => {
    const result = buildResult(reportOf(failingRule()));
    expect(Object.keys(result)).toEqual([
      'schemaVersion',
      'tool',
      'target',
      'contract',
      'seed',
      'startedAt',
      'durationMs',
      'requests',
      'summary',
      'levels',
      'cases',
      'dialects',
      'verdicts',
      'causes',
      'residue',
      'latency',
      'repeats',
      'flaky',
    ]);
    expect(result.verdicts).toEqual([
      {
        operation: 'oauth_client_post',
        rule: 'response.schema.valid',
        level: 'MUST',
        verdict: 'fail',
        judged: 100,
        violations: [
          {
            ...{ at: '/client_secret', expected: 'string', actual: 'absent', seenAgain: true },
            cases: [{ family: 'valid.domain', count: 12, path: 'valid.domain/0/7:0', seenAgain: true }],
          },
        ],
        families: [{ family: 'valid.domain', count: 12 }],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        replay: {
          seed: 42,
          path: 'valid.domain/0/7:0',
          command: expect.stringContaining('--replay 42:valid.domain/0/7:0'),
          curl: expect.stringContaining('$PRISM_PASSWORD'),
        },
        reason: null,
      },
    ]);
  });

  it('explains each verdict that is not good by one cause, and shows it', () => {
    const { verdicts, causes = [] } = buildResult(reportOf(...everyVerdict()));
    const bad = ['fail', 'unexpected pass', 'broken', 'warn', 'note'];
    const explained = causes.flatMap(({ explains }) => explains.map(({ rule }) => rule));
    expect([...explained].sort()).toEqual(
      verdicts.flatMap(({ rule, verdict }) => (bad.includes(verdict) ? [rule] : [])).sort(),
    );
    expect(causes[0]).toMatchObject({
      id: 'client.registration.stored',
      statement: 'a registered client is not stored as it was sent (oauth_client_post)',
      shown: { at: '/client_secret', path: 'valid.domain/0/7:0' },
    });
  });

  it('names a violation once, however many families show it', () => {
    const findings = [
      sampleFinding(),
      sampleFinding({ family: 'valid.boundary', path: 'valid.boundary/0/1' }),
      sampleFinding({ at: '/client_id' }),
    ];
    const [verdict] = buildResult(reportOf(failingRule({ findings }))).verdicts;
    expect(verdict?.violations.map(({ at }) => at)).toEqual(['/client_id', '/client_secret']);
  });

  it('names all families of a violation, and tells which were seen again', () => {
    const findings = [
      sampleFinding({ family: 'race.redeem', path: 'race.redeem@0@0', count: 1, isReproduced: false }),
      sampleFinding({ family: 'valid.domain', path: 'valid.domain@0@0', count: 3 }),
      sampleFinding({ at: '/client_id', isReproduced: null }),
    ];
    const families = [
      { family: 'valid.domain', count: 15 },
      { family: 'valid.minimal', count: 2 },
      { family: 'race.redeem', count: 1 },
    ];
    const [verdict] = buildResult(reportOf(failingRule({ findings, families }))).verdicts;
    expect(verdict?.families).toEqual(families);
    expect(verdict?.violations).toMatchObject([
      { at: '/client_id', seenAgain: null },
      {
        at: '/client_secret',
        seenAgain: true,
        cases: [
          { family: 'valid.domain', count: 3, path: 'valid.domain@0@0', seenAgain: true },
          { family: 'race.redeem', count: 1, path: 'race.redeem@0@0', seenAgain: false },
        ],
      },
    ]);
    const alone = failingRule({ findings: [sampleFinding({ isReproduced: false })] });
    expect(buildResult(reportOf(alone)).verdicts[0]?.violations).toMatchObject([{ seenAgain: false }]);
  });

  it('repeats the main request of a case, not its preparation', () => {
    const exchanges = [
      sampleExchange({ step: 'register', curl: redacted('curl register') }),
      sampleExchange({ step: 'main', curl: redacted('curl main') }),
      sampleExchange({ step: 'read-back', curl: redacted('curl read-back') }),
    ];
    const [verdict] = buildResult(
      reportOf(failingRule({ findings: [sampleFinding({ exchanges })] })),
    ).verdicts;
    expect(verdict?.replay?.curl).toBe('curl main');
  });

  it('adds up what is left on the target', () => {
    const records = [
      sampleOperation({ residue: { created: 3, removed: 2, left: ['c1'] } }),
      sampleOperation({ residue: { created: 1, removed: 0, left: ['c2'] } }),
    ];
    expect(buildResult(sampleReport({ records })).residue).toEqual({
      created: 4,
      removed: 2,
      left: ['c1', 'c2'],
    });
  });

  it('holds no password of the target address', () => {
    const report = sampleReport();
    const target = { ...report.target, url: 'https://admin:hunter2@pc.example' };
    expect(
      JSON.stringify(buildResult({ ...report, target, records: reportOf(failingRule()).records })),
    ).not.toContain('hunter2');
  });
});

describe('result file', () => {
  it('is written whole, in a folder made for it, with nothing left beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'result-file-'));
    const file = join(folder, 'new', 'result.json');
    await writeResult(file, reportOf(failingRule()));
    await writeResult(file, reportOf(sampleRule()));
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(buildResult(reportOf(sampleRule())));
    expect(await readdir(join(folder, 'new'))).toEqual(['result.json']);
    await rm(folder, { recursive: true });
  });
});
