import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile, ResultVerdict } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runCommand, type EndedCommand } from './command.ts';

let cwd = '';
let faulty: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  faulty = await spawnReference({ faults: ['register-answers-201'] });
});
afterAll(async () => {
  await faulty.close();
  await rm(cwd, { recursive: true, force: true });
});

const words = ['run', '--no-report', '--seed', '1', '--runs', '30', '--result', 'r.json'];
const violated = { operation: 'oauth_client_post', rule: 'response.status.documented' };
const entry = { ...violated, status: 'fails', reason: 'this build creates', since: '2026-01-02' };

async function run(target: string | null, more: readonly string[]): Promise<EndedCommand> {
  const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
  return runCommand([...words, ...(target === null ? [] : ['--target', target]), ...more], { cwd, env });
}

async function write(file: string, content: unknown): Promise<void> {
  await writeFile(path.join(cwd, file), JSON.stringify(content));
}

async function verdictOf(judged: typeof violated): Promise<ResultVerdict | undefined> {
  const result = JSON.parse(await readFile(path.join(cwd, 'r.json'), 'utf8')) as ResultFile;
  return result.verdicts.find(
    ({ operation, rule }) => operation === judged.operation && rule === judged.rule,
  );
}

const one = ['--operation', 'oauth_client_post'];

describe('files that describe a target', () => {
  it('are refused with all that is wrong in both of them', async () => {
    await write('profile.json', { name: 'lab', public: ['oauth_nothing'], rules: { 'no.*': { off: 'x' } } });
    await write('deviations.json', [
      { ...entry, reason: 'TODO' },
      { ...entry, rule: 'no.such.rule' },
    ]);
    const ended = await run(null, ['--profile', 'profile.json', '--deviations', 'deviations.json']);
    expect(ended.code).toBe(2);
    expect(ended.stderr.trim().split('\n')).toEqual([
      'error: profile.json: public[0]: there is no operation oauth_nothing; use an id of the contract',
      'error: profile.json: rules.no.*: no rule is called so; the command "rules" lists them',
      'error: deviations.json: [0].reason: is still TODO; say why',
      expect.stringMatching(/^error: deviations\.json: \[1\]\.rule: no rule of level MUST/),
    ]);
  });

  it('are refused where they contradict each other', async () => {
    await write('off.json', { name: 'lab', rules: { 'response.status.*': { off: 'of no interest' } } });
    await write('deviations.json', [entry]);
    const ended = await run(null, ['--profile', 'off.json', '--deviations', 'deviations.json']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/deviations\.json: \[0\]: is never judged, since profile lab switches/);
  });

  it('that are not there are refused', async () => {
    const ended = await run(null, ['--profile', 'nowhere.yaml']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/^error: nowhere\.yaml: cannot be read/);
  });
});

describe('a profile', () => {
  it('of an operation that is public makes its rule not applicable, and the run green', async () => {
    const open = await spawnReference({ faults: ['login-page-for-anonymous'] });
    const login = ['--operation', 'oauth_idp_login_get', '--runs', '60'];
    const without = await run(open.url, login);
    await write('public.json', { name: 'field', public: ['oauth_idp_login_get'] });
    const ended = await run(open.url, [...login, '--profile', 'public.json']);
    await open.close();
    expect(without.code).toBe(1);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('profile field');
    expect(
      await verdictOf({ operation: 'oauth_idp_login_get', rule: 'auth.credentials.required' }),
    ).toMatchObject({
      verdict: 'not applicable',
      judged: 0,
      reason: 'profile field declares oauth_idp_login_get public',
    });
  });
});

describe('a known deviation', () => {
  it('does not fail the run', async () => {
    await write('known.json', [entry]);
    const ended = await run(faulty.url, [...one, '--deviations', 'known.json']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('exit 0: the target conforms but for its known deviations');
    expect(await verdictOf(violated)).toMatchObject({
      verdict: 'known deviation',
      reason: 'this build creates (since 2026-01-02)',
    });
  });

  it('that is gone fails it', async () => {
    await write('known.json', [entry]);
    const ended = await run(null, [...one, '--deviations', 'known.json']);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/UNEXPECTED PASS oauth_client_post response\.status\.documented/);
    expect(ended.stdout).toMatch(/known\.json lists it as failing, but nothing violates it/);
  });

  it('that has expired fails it', async () => {
    await write('known.json', [{ ...entry, expires: '2026-01-03' }]);
    const ended = await run(faulty.url, [...one, '--deviations', 'known.json']);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/its entry in known\.json expired on 2026-01-03: this build creates/);
  });

  it('of what a filter leaves out is ignored', async () => {
    await write('known.json', [entry]);
    const ended = await run(null, ['--operation', 'oauth_client_list_post', '--deviations', 'known.json']);
    expect(ended.code).toBe(0);
  });
});

describe('an update of the list', () => {
  it('writes what fails, is refused until it says why, and then makes the run green', async () => {
    const first = await run(faulty.url, [...one, '--update-deviations', 'list.yaml']);
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/note: list\.yaml lists 1 deviation, 1 without a reason/);
    const refused = await run(faulty.url, [...one, '--deviations', 'list.yaml']);
    expect(refused).toMatchObject({
      code: 2,
      stderr: 'error: list.yaml: [0].reason: is still TODO; say why\n',
    });
    const file = path.join(cwd, 'list.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('TODO: say why', 'this build creates'));
    const both = ['--deviations', 'list.yaml', '--update-deviations', 'list.yaml'];
    expect((await run(faulty.url, [...one, ...both])).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('reason: this build creates');
  });

  it('needs a whole run', async () => {
    const words = [...one, '--replay', '1:valid.domain@0@0', '--update-deviations', 'part.yaml'];
    const ended = await run(null, words);
    expect(ended.code).toBe(2);
    expect(existsSync(path.join(cwd, 'part.yaml'))).toBe(false);
  });
});

describe('a target whose set-up is broken', () => {
  it('is broken in a run of what needs it', async () => {
    const target = await spawnReference({ faults: ['authorize-without-location'] });
    const ended = await run(target.url, [
      '--operation',
      'session',
      '--rule',
      'code.replay.refused',
      '--runs',
      '100',
    ]);
    await target.close();
    expect(ended.code).toBe(3);
    expect(await verdictOf({ operation: 'session', rule: 'code.replay.refused' })).toMatchObject({
      verdict: 'broken',
      reason: expect.stringMatching(/^no case could be set up: authorize answered 302, without code/),
    });
  });
});

describe('errors in other forms', () => {
  it('are counted in the result and told in a line', async () => {
    const target = await spawnReference({ faults: ['errors-as-html'] });
    const ended = await run(target.url, one);
    await target.close();
    expect(ended.stdout).toMatch(/errors without the status envelope: \d+ HTML/);
    const { dialects } = JSON.parse(await readFile(path.join(cwd, 'r.json'), 'utf8')) as ResultFile;
    expect(dialects['oauth_client_post']?.['HTML']).toBeGreaterThan(0);
  });
});
