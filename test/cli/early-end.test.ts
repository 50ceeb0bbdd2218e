import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runCommand, type EndedCommand } from './command.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'conformance-early-'));
let faulty: SpawnedReference;
beforeAll(async () => {
  faulty = await spawnReference({ faults: ['register-answers-201'] });
});
afterAll(async () => {
  await faulty.close();
  rmSync(cwd, { recursive: true, force: true });
});

const operations = ['oauth_idp_login_get', 'oauth_client_post', 'oauth_client_list_post'];

function run(...words: readonly string[]): Promise<EndedCommand> {
  const env = { PRISM_TARGET: faulty.url, PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
  const usual = ['--seed', '1', '--runs', '5', '--no-report', '--operation', ...operations];
  return runCommand(['run', ...usual, ...words], { cwd, env });
}

function verdictsOf(file: string): ResultFile['verdicts'] {
  const { verdicts } = JSON.parse(readFileSync(path.join(cwd, file), 'utf8')) as ResultFile;
  return verdicts;
}

const why = 'not judged: the run ended early, after 1 failed rule';

describe('a run that ends at its first failure', () => {
  it.each([
    ['--max-failures', '1'],
    ['--fail-fast', '--workers', '2'],
  ])('by %s %s reports what it judged, passes nothing else, and exits 1', async (...words) => {
    const { code, stderr } = await run(...words, '--result', 'early.json');
    expect(code).toBe(1);
    expect(stderr).toContain('note: the run ended early, after 1 failed rule: what it had not judged');
    const verdicts = verdictsOf('early.json');
    expect(verdicts.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)).toEqual([
      'response.status.documented',
    ]);
    expect(verdicts.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    expect(verdicts.some(({ reason }) => reason === why)).toBe(true);
  });

  it('does not begin the operations after it', async () => {
    await run('--fail-fast', '--result', 'order.json');
    const last = verdictsOf('order.json').filter(({ operation }) => operation === 'oauth_client_list_post');
    expect(new Set(last.map(({ verdict, reason }) => `${verdict}: ${reason ?? ''}`))).toEqual(
      new Set([`not applicable: ${why}`]),
    );
  });

  it('goes on over known deviations, and to the number of failures it may have', async () => {
    const reason = { status: 'fails', reason: 'this build answers 201', since: '2026-01-31' };
    const entry = { rule: 'response.status.documented', operation: 'oauth_client_post', ...reason };
    writeFileSync(path.join(cwd, 'known.json'), JSON.stringify([entry]));
    const known = await run('--fail-fast', '--deviations', 'known.json', '--result', 'known-result.json');
    const more = await run('--max-failures', '2', '--result', 'more.json');
    expect([known.code, more.code]).toEqual([0, 1]);
    for (const file of ['known-result.json', 'more.json'])
      expect(verdictsOf(file).filter((verdict) => verdict.reason?.startsWith('not judged') === true)).toEqual(
        [],
      );
  });
});

describe('the trace of a run that ended at its first failure', () => {
  const recorded = ['record', '--trace', 'early.har.gz', '--fail-fast', '--concurrency', '1', '--runs', '40'];
  const account = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
  const early = 'not judged: the recording ended early, after 1 failed rule';

  it('is judged without a word on what was not recorded', async () => {
    const words = [...recorded, '--seed', '1', '--no-report', '--operation', ...operations];
    const env = { ...account, PRISM_TARGET: faulty.url };
    expect((await runCommand(words, { cwd, env })).code).toBe(1);
    // A whole run would say that it passes in spite of its entry.
    const fails = { status: 'fails', reason: 'this build refuses umlauts', since: '2026-01-31' };
    const kept = [{ rule: 'request.valid.accepted', operation: 'oauth_client_post', ...fails }];
    writeFileSync(path.join(cwd, 'kept.json'), JSON.stringify(kept));
    const judged = ['run', '--from', 'early.har.gz', '--deviations', 'kept.json', '--result', 'judged.json'];
    const { code, stderr } = await runCommand([...judged, '--no-report'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'note: the recording ended early, after 1 failed rule: what it had not sent by then is not in the trace',
    );
    const verdicts = verdictsOf('judged.json');
    const failed = verdicts.filter(({ verdict }) => !['pass', 'note', 'not applicable'].includes(verdict));
    expect(failed.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'response.status.documented fail',
    ]);
    const unjudged = verdicts.filter(
      ({ operation, judged }) => operation === 'oauth_client_post' && judged === 0,
    );
    expect(unjudged.length).toBeGreaterThan(0);
    expect(new Set(unjudged.map(({ reason }) => reason))).toEqual(new Set([early]));
    expect(verdicts.find(({ rule, judged }) => rule === kept[0]?.rule && judged > 0)?.verdict).toBe('pass');
  });
});

describe('how much a run prints', () => {
  it('is one line of its end if it is quiet', async () => {
    const { code, stdout, stderr } = await run('--quiet', '--fail-fast');
    expect([code, stdout, stderr]).toEqual([1, 'exit 1: the target violates the contract\n', '']);
  });

  it('is a line for each case if it is verbose', async () => {
    const { stderr } = await run('--verbose');
    const lines = stderr.split('\n').filter((line) => /^\w+ \S+@\d+@\d+ /.test(line));
    expect(lines).toContainEqual(expect.stringMatching(/^oauth_idp_login_get valid\.plain@0@0 302 ok$/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^oauth_client_post valid\.\S+ 201 response\.status\.documented$/),
    );
  });

  it('cannot be both', async () => {
    const { code, stderr } = await run('--verbose', '--quiet');
    expect(code).toBe(2);
    expect(stderr).toBe('error: --quiet: cannot be combined with --verbose; leave one out\n');
  });
});

describe('a configuration file that is named', () => {
  it('is read in place of the one in the folder', async () => {
    writeFileSync(path.join(cwd, 'night.json'), '{"runs": 3, "operation": ["oauth_idp_login_get"]}');
    writeFileSync(path.join(cwd, 'odd.json'), '{"config": "night.json"}');
    const asked = (file: string): Promise<EndedCommand> =>
      runCommand(['run', '--no-report'], { cwd, env: { PRISM_CONFIG: file } });
    expect((await asked('night.json')).stderr).toMatch(/^\[1\/1\] oauth_idp_login_get ok/);
    expect((await asked('odd.json')).stderr).toMatch(/^error: odd\.json: config cannot be set in a/);
    expect((await asked('none.json')).stderr).toBe(
      'error: none.json: cannot be read: there is no such file\n',
    );
    expect((await asked('night.yaml')).stderr).toMatch(
      /^error: --config: night\.yaml has to end in one of \.ts/,
    );
  });
});
