import { unpackPage } from '../../reports/allure/pack-page.ts';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile, ResultVerdict } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runCommand, type EndedCommand } from './command.ts';

const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
const shards = ['1/4', '2/4', '3/4', '4/4'];
let cwd = '';
let faulty: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  faulty = await spawnReference({ faults: ['register-answers-201', 'no-date'] });
});
afterAll(async () => {
  await faulty.close();
  await rm(cwd, { recursive: true, force: true });
});

const run = (...words: readonly string[]): Promise<EndedCommand> => runCommand(words, { cwd, env });
const driven = (...words: readonly string[]): Promise<EndedCommand> =>
  run('run', '--target', faulty.url, '--seed', '11', '--runs', '12', ...words);
const textOf = (file: string): Promise<string> => readFile(path.join(cwd, file), 'utf8');
const resultOf = async (file: string): Promise<ResultFile> => JSON.parse(await textOf(file)) as ResultFile;

interface PastRun {
  readonly uuid: string;
  readonly testResults: Readonly<Record<string, unknown>>;
}

/** The part of a verdict that does not depend on when and where a run was made. */
function settled({ operation, rule, verdict, judged, fingerprint }: ResultVerdict): unknown {
  // The number of codes from races is random, and lists may change while other shards register clients.
  const isCounted = !/^(code\.value|list)\./.test(rule);
  return { operation, rule, verdict, judged: isCounted ? judged : judged > 0, fingerprint };
}

const caseNames = (xml: string): readonly string[] =>
  [...xml.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)].map(
    ([, suite, rule]) => `${suite} ${rule}`,
  );

/** The verdict table and the findings: a summary without times, counts and places. */
const tableOf = ({ stdout }: EndedCommand): string =>
  stdout
    .replace(/^(session +)\d+/m, '$1')
    .split('\n')
    .filter((line) => !/ ms|report|summary|judged in/.test(line))
    .join('\n');

describe('four shards of a run', () => {
  let whole: EndedCommand;
  let merged: EndedCommand;
  let parts: readonly EndedCommand[];
  beforeAll(async () => {
    whole = await driven('--result', 'whole.json', '--junit', 'whole.xml', '--history', 'nights.jsonl');
    // Concurrently, as on CI nodes: no shard may disturb another.
    parts = await Promise.all(
      shards.map((shard) => {
        const name = `shard-${shard.slice(0, 1)}`;
        return driven('--shard', shard, '--result', `${name}.json`, '--no-report', '--report', name);
      }),
    );
    const files = shards.map((shard) => `shard-${shard.slice(0, 1)}.json`);
    const words = ['--result', 'merged.json', '--junit', 'merged.xml', '--report', 'merged'];
    merged = await run('merge', ...files, ...words, '--history', 'nights.jsonl', '--baseline', 'whole.json');
  }, 180_000);

  it('give the verdicts of one run with the same seed, judged as often', async () => {
    const [one, other] = [await resultOf('whole.json'), await resultOf('merged.json')];
    expect(other.verdicts.map(settled)).toEqual(one.verdicts.map(settled));
    expect(other.summary).toEqual(one.summary);
    expect(other.cases.map(({ hash }) => hash)).toEqual(one.cases.map(({ hash }) => hash));
    expect(other.residue.left).toEqual([]);
  });

  it('give one exit code, that of the run', () => {
    expect(parts.map(({ code }) => code).toSorted()).toContain(1);
    expect({ whole: whole.code, merged: merged.code }).toEqual({ whole: 1, merged: 1 });
  });

  it('give the same summary and the same test cases', async () => {
    const since = /\n\nsince .*\n/;
    expect(merged.stdout).toMatch(since);
    expect(tableOf({ ...merged, stdout: merged.stdout.replace(since, '\n') })).toBe(tableOf(whole));
    const names = caseNames(await textOf('merged.xml'));
    expect(names).toEqual(caseNames(await textOf('whole.xml')));
    expect(new Set(names).size).toBe(names.length);
  });

  it('are one report, one night of the history', async () => {
    const lines = (await textOf('nights.jsonl')).trim().split('\n');
    const nights = lines.map((line) => JSON.parse(line) as PastRun);
    const tests = nights.map(({ testResults }) => Object.keys(testResults).toSorted());
    const { verdicts } = await resultOf('whole.json');
    expect(tests.map((ids) => ids.length)).toEqual([verdicts.length, verdicts.length]);
    expect(tests[0]).toEqual(tests[1]);
    // The page of causes is there, and the report includes the previous night.
    expect(await textOf('merged/summary.html')).toContain('exit 1');
    const data = unpackPage(await textOf('merged/index.html'));
    expect([...data.keys()]).toContain(`data/history/${nights[0]?.uuid ?? 'none'}.json`);
  });

  it('compare with an earlier run: the same defects are still failing', async () => {
    const { baseline } = await resultOf('merged.json');
    expect(baseline?.stillFailing.length).toBeGreaterThan(1);
    expect(baseline).toMatchObject({ new: [], fixed: [], notJudged: [] });
  });

  it('are refused when one is missing or from another run', async () => {
    const missing = await run('merge', 'shard-1.json', 'shard-2.json', 'shard-4.json');
    expect(missing).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: missing shards: 3\/4; .*\n$/),
    });
    const foreign = await run('merge', 'shard-1.json', 'whole.json');
    expect(foreign).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: whole\.json: is the result.*\n$/),
    });
  });
});

it('an empty shard ends with exit 0, and merge takes its result', async () => {
  const words = ['--operation', 'oauth_idp_login_get', '--runs', '5', '--seed', '1', '--no-report'];
  const full = await run('run', ...words, '--shard', '1/2', '--result', 'full.json');
  const empty = await run('run', ...words, '--shard', '2/2', '--result', 'empty.json');
  expect([full.code, empty.code]).toEqual([0, 0]);
  expect(empty.stdout).toContain('exit 0: shard 2/2 is empty: the others have the one suite');
  const merged = await run('merge', 'full.json', 'empty.json', '--no-report');
  expect(merged).toMatchObject({ code: 0, stderr: '' });
});
