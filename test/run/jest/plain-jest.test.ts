import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../../reports/result-file.ts';
import { suiteIds } from '../../../spec/operation-ids.ts';
import { spawnReference } from '../../../targets/spawn-reference.ts';
import type { SpawnedReference } from '../../../targets/spawn-reference.ts';
import { clientsAt, openJestCommand } from './jest-command.ts';
import type { JestCommand } from './jest-command.ts';

let command: JestCommand;

beforeEach(() => {
  command = openJestCommand();
});

afterEach(() => {
  command.remove();
});

const credentials = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };

/** The part of Jest's JSON that the tests read. */
interface JestResults {
  readonly success: boolean;
  readonly numTotalTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly location?: { readonly line: number } | null;
    }[];
  }[];
}

describe('jest without a target', () => {
  it('drives the embedded reference target, and lists every suite with its tests', async () => {
    const { code, stderr } = await command.run([]);
    for (const suite of suiteIds) expect(stderr).toContain(`PASS ${suite} suites/`);
    expect(stderr).toContain('✓ response.schema.valid: answers a success with the documented model');
    expect(stderr).toMatch(/^Test Suites: 13 passed, 13 total$/m);
    expect(stderr).toContain('exit 0: the target conforms in all that was judged');
    expect(code).toBe(0);
    const results = readdirSync(path.join(command.folder, 'allure-results'));
    expect(results.filter((file) => file.endsWith('-result.json')).length).toBeGreaterThan(500);
    expect(existsSync(path.join(command.folder, 'index.html'))).toBe(true);
  });

  it('lists source files', async () => {
    const { code, stdout } = await command.run(['--listTests']);
    const files = stdout
      .trim()
      .split('\n')
      .map((file) => path.relative(process.cwd(), file));
    expect(files.toSorted()).toEqual(
      suiteIds.map((suite) => `suites/${suite.replaceAll('_', '-')}.suite.ts`).toSorted(),
    );
    expect(code).toBe(0);
  });

  it('runs the suite at a path', async () => {
    const { code, stderr } = await command.run(['suites/oauth-token-post.suite.ts']);
    expect(stderr).toMatch(/^Test Suites: 1 passed, 1 total$/m);
    expect(stderr).toContain('PASS oauth_token_post suites/oauth-token-post.suite.ts');
    expect(code).toBe(0);
  });

  it('runs the projects that are selected', async () => {
    const { code, stderr } = await command.run(['--selectProjects', 'oauth_idp_login_get', 'session']);
    expect(stderr).toMatch(/^Test Suites: 2 passed, 2 total$/m);
    expect(code).toBe(0);
  });

  it('writes JSON alone to standard output, with a line for each test that is there', async () => {
    const words = ['--json', '--testLocationInResults', '--selectProjects', 'oauth_idp_login_get'];
    const { code, stdout } = await command.run(words);
    const { success, testResults } = JSON.parse(stdout) as JestResults;
    expect(success).toBe(true);
    const [{ name, assertionResults } = { name: '', assertionResults: [] }] = testResults;
    expect(assertionResults.length).toBeGreaterThan(20);
    const lines = readFileSync(name, 'utf8').split('\n');
    for (const { location } of assertionResults)
      expect(lines[(location?.line ?? 0) - 1]).toContain('(name, judge)');
    expect(code).toBe(0);
  });

  it('shares the suites between workers, which end by themselves, and between shards', async () => {
    const shards = await Promise.all(
      ['1/2', '2/2'].map((shard) =>
        command.run(['--ci', '--maxWorkers=2', '--shard', shard, '--json'], { PRISM_NO_REPORT: 'true' }),
      ),
    );
    expect(shards.map(({ code }) => code)).toEqual([0, 0]);
    for (const { stderr } of shards) expect(stderr).not.toContain('failed to exit');
    const results = shards.map(({ stdout }) => JSON.parse(stdout) as JestResults);
    expect(results.flatMap(({ testResults }) => testResults)).toHaveLength(13);
    expect(Math.min(...results.map(({ testResults }) => testResults.length))).toBeGreaterThan(0);
  });

  it('reports to the reporters that are asked for', async () => {
    const reporter = path.join(command.folder, 'reporter.cjs');
    writeFileSync(
      reporter,
      'module.exports = class { onRunComplete(_, { numTotalTestSuites: n }) { console.log(`suites: ${n}`); } };',
    );
    const { code, stdout } = await command.run(['--reporters', reporter, '--selectProjects', 'session']);
    expect(stdout).toContain('suites: 1\n');
    expect(code).toBe(0);
  });

  it('runs under a debugger', async () => {
    const debug = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };
    const { code, stderr } = await command.run(['--runInBand', '--selectProjects', 'session'], debug);
    expect(stderr).toContain('Debugger listening on ws://127.0.0.1:');
    expect(stderr).toContain('PASS session');
    expect(code).toBe(0);
  });

  it('runs nothing for a name that no test has', async () => {
    const { code, stderr } = await command.run(['-t', 'no-such-rule']);
    expect(stderr).toMatch(/^Test Suites: 13 skipped, 0 of 13 total$/m);
    expect(code).toBe(0);
  });
});

describe('jest against a target', () => {
  let target: SpawnedReference;

  beforeAll(async () => {
    target = await spawnReference({ faults: ['access-token-outlives-revocation', 'kind-error'] });
  });

  afterAll(async () => {
    await target.close();
  });

  const at = (): Readonly<Record<string, string>> => ({
    ...credentials,
    PRISM_TARGET: new URL(target.url).origin,
  });

  it('shows a finding as the message of its test, and reports only the tests of that name', async () => {
    const { code, stderr } = await command.run(['-t', 'revoke.access-token.dead'], {
      ...at(),
      PRISM_RUNS: '400',
    });
    expect(stderr).toMatch(/^Tests: +1 failed, \d+ skipped, \d+ total$/m);
    const message = stderr.slice(stderr.indexOf('● session › revoke.access-token.dead'));
    expect(message).toContain('claim:    ends an access token at once');
    expect(message).toContain('source:   RFC 7009 section 2.1, https://');
    expect(message).toContain('expected: 401 at step');
    expect(message).toContain('actual:   200');
    expect(message).toMatch(/^ +\| POST \/api\/nutanix\/v3\/oauth\/revoke_token/m);
    expect(message).toMatch(/^ +\| HTTP\/1\.1 200 OK$/m);
    expect(message).toMatch(/^ +curl -i -sS/m);
    expect(message).toMatch(/^ +npm run -s conformance -- run --target .* --replay \d+:revoke/m);
    expect(message).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
    const results = readdirSync(path.join(command.folder, 'allure-results'));
    expect(results.filter((file) => file.endsWith('-result.json'))).toHaveLength(1);
  });

  it('annotates a job of GitHub beside the JSON, and writes the files for CI that variables name', async () => {
    const { code, stdout, stderr } = await command.run(
      ['--json', 'suites/oauth-client-post.suite.ts', '-t', 'error'],
      { ...at(), GITHUB_ACTIONS: 'true', PRISM_SARIF: path.join(command.folder, 'a.sarif') },
    );
    expect((JSON.parse(stdout) as JestResults).success).toBe(false);
    expect(stderr).toMatch(/^::error title=/m);
    expect(readFileSync(path.join(command.folder, 'a.sarif'), 'utf8')).toContain('"level": "error"');
    expect(code).toBe(1);
  });

  it('sends only the cases that the named rules need', async () => {
    const result = path.join(command.folder, 'result.json');
    await command.run(['-t', 'login.state.fresh'], { ...at(), PRISM_RUNS: '400', PRISM_RESULT: result });
    const { verdicts, requests } = JSON.parse(readFileSync(result, 'utf8')) as ResultFile;
    expect(verdicts.map(({ operation, rule }) => `${operation} ${rule}`)).toEqual([
      'session login.state.fresh',
    ]);
    expect(requests).toBeGreaterThan(0);
    expect(requests).toBeLessThan(100);
  });

  it('removes its clients when Jest bails out', async () => {
    const words = [
      '--bail',
      '--selectProjects',
      'oauth_client_post',
      'oauth_client_list_post',
      'oauth_token_post',
    ];
    const { code, stderr } = await command.run(words, at());
    expect(stderr).toMatch(/^Test Suites: 1 failed, 1 of 3 total$/m);
    expect(stderr).toContain('exit 1: the target violates the contract');
    expect(code).toBe(1);
    expect(existsSync(path.join(command.folder, 'ledger'))).toBe(false);
    expect(await clientsAt(target)).toBe(0);
  });

  it('tells once that the password is wrong, with the exit code of the command', async () => {
    const { code, stderr } = await command.run([], { ...at(), PRISM_PASSWORD: 'wrong' });
    expect(stderr.match(/●/g)).toHaveLength(1);
    expect(stderr).toContain('refuses the credentials with 401; check PRISM_USERNAME and the password');
    expect(stderr).toMatch(/^Test Suites: 1 failed, 1 of 13 total$/m);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(code).toBe(3);
  });

  it('refuses a selection of which nothing is left', async () => {
    const words = ['--selectProjects', 'oauth_idp_login_get'];
    const { code, stderr } = await command.run(words, { ...at(), PRISM_RULE: 'code.race.*' });
    expect(stderr).toContain('is among the chosen suites');
    expect(code).toBe(2);
  });

  it('names options as they are given here', async () => {
    const unreachable = await command.run([], { ...credentials, PRISM_TARGET: 'http://127.0.0.1:1' });
    expect(unreachable.stderr).toContain('check host and port of PRISM_TARGET');
    expect(unreachable.code).toBe(3);
    const wrong = await command.run([], { ...at(), PRISM_OPERATION: 'oauth_tokens' });
    expect(wrong.stderr).toContain(
      'PRISM_OPERATION: there is no oauth_tokens (did you mean oauth_token_post?)',
    );
    expect(wrong.code).toBe(2);
  });
});
