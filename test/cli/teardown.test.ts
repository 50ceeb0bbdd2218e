import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { clientNames as clientNamesOf, register as registerAt } from './other-users.ts';
import { runCommand } from './command.ts';
import { startProxy } from './transient-proxy.ts';

const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
let cwd = '';
let reference: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  reference = await spawnReference();
});
afterAll(async () => {
  await reference.close();
  await rm(cwd, { recursive: true, force: true });
});

const clientNames = (): Promise<readonly (string | null)[]> => clientNamesOf(reference.url);
const register = (name: string): Promise<string> => registerAt(reference.url, name);

const resultOf = async (file: string): Promise<ResultFile> =>
  JSON.parse(await readFile(path.join(cwd, file), 'utf8')) as ResultFile;

describe('a run with the login of a session', () => {
  it('shows a cookie in place of the password, logs in again, and finds what it finds without', async () => {
    const target = await spawnReference({
      variants: ['session-cookie'],
      faults: ['length-limits-unchecked'],
    });
    const words = [
      '--target',
      target.url,
      '--login',
      'session',
      '--operation',
      'oauth_client_post',
      '--runs',
      '150',
    ];
    try {
      const ended = await runCommand(['run', ...words, '--no-report', '--result', 'session.json'], {
        cwd,
        env,
      });
      expect(ended.code).toBe(1);
      const { verdicts } = await resultOf('session.json');
      const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
      expect(failed.map(({ rule }) => rule)).toEqual(['response.schema.valid', 'request.invalid.refused']);
      expect(failed[0]?.replay?.curl).toContain(`-H 'Cookie: '"$PRISM_COOKIE"`);
      expect(failed[0]?.replay?.command).toContain('--login session');
    } finally {
      await target.close();
    }
  });

  it('is refused with one line where the target sets no cookie', async () => {
    const words = ['--target', reference.url, '--login', 'session', '--no-report'];
    const ended = await runCommand(['run', ...words], { cwd, env });
    expect(ended).toMatchObject({
      code: 3,
      stderr: 'error: --login: session: the target sets no cookie for a login; leave --login out\n',
    });
  });
});

describe('a run on a target that others use', () => {
  it('leaves it as it was, and no ledger', async () => {
    const words = [
      '--target',
      reference.url,
      '--runs',
      '20',
      '--no-report',
      '--report',
      'left',
      '--result',
      'left.json',
    ];
    const ended = await runCommand(['run', ...words, '--operation', 'oauth_client_post', 'session'], {
      cwd,
      env,
    });
    expect(ended.code).toBe(0);
    expect(await clientNames()).toEqual([]);
    expect(existsSync(path.join(cwd, 'left', 'ledger'))).toBe(false);
    const { residue } = await resultOf('left.json');
    expect(residue.left).toEqual([]);
    expect(residue.created).toBeGreaterThan(20);
    expect(residue.removed).toBe(residue.created);
  }, 60_000);

  it('ends in order when it is interrupted: 130, what was judged, nothing left', async () => {
    const main = path.resolve('dist/cli/main.js');
    const words = [
      '--target',
      reference.url,
      '--runs',
      '4000',
      '--no-report',
      '--report',
      'int',
      '--result',
      'int.json',
    ];
    const run = spawn(process.execPath, [main, 'run', '--operation', 'oauth_client_post', ...words], {
      cwd,
      env: { ...process.env, ...env, NO_COLOR: '1' },
      stdio: 'ignore',
    });
    const code = new Promise((resolve) => run.once('exit', resolve));
    while (run.exitCode === null && (await clientNames()).length === 0) await wait(10);
    run.kill('SIGINT');
    expect(await code).toBe(130);
    expect((await resultOf('int.json')).verdicts.some(({ judged }) => judged > 0)).toBe(true);
    expect(await clientNames()).toEqual([]);
    expect(existsSync(path.join(cwd, 'int', 'ledger'))).toBe(false);
  }, 60_000);

  it('sends no more than the rate', async () => {
    const proxy = await startProxy(reference.url, () => null);
    const words = [
      '--target',
      proxy.url,
      '--rate',
      '40/s',
      '--operation',
      'oauth_idp_login_get',
      '--no-report',
    ];
    const ended = await runCommand(['run', ...words, '--runs', '10', '--report', 'rate'], { cwd, env });
    await proxy.close();
    expect(ended.code).toBe(0);
    // The pre-flight check and the lists before and after the run are not part of the rate-limited suites.
    const at = proxy.seen.filter(({ path: sent }) => sent.includes('idp_login')).map((seen) => seen.at);
    const busiest = Math.max(
      ...at.map((start) => at.filter((one) => one >= start && one < start + 500).length),
    );
    expect(at.length).toBeGreaterThanOrEqual(20);
    expect(busiest).toBeLessThanOrEqual(23);
  }, 60_000);

  it('changes nothing when it is read-only, and says what that leaves out', async () => {
    await register('somebody');
    const proxy = await startProxy(reference.url, () => null);
    const words = [
      '--target',
      proxy.url,
      '--read-only',
      '--runs',
      '60',
      '--no-report',
      '--report',
      'ro',
      '--result',
      'ro.json',
    ];
    const ended = await runCommand(['run', ...words], { cwd, env });
    await proxy.close();
    expect(ended.code).toBe(0);
    const sent = new Set(
      proxy.seen.map(({ method, path: to }) => (method === 'POST' ? `POST ${to}` : method)),
    );
    expect([...sent].sort()).toEqual(
      ['GET', 'HEAD', 'POST /api/nutanix/v3/oauth/client/list'].filter((one) => sent.has(one)),
    );
    expect(await clientNames()).toEqual(['somebody']);
    const { verdicts } = await resultOf('ro.json');
    const registration = verdicts.find(({ rule }) => rule === 'client.registration.echoed');
    expect(registration).toMatchObject({
      verdict: 'not applicable',
      reason: expect.stringMatching(/^read-only/),
    });
    expect(
      verdicts.some(({ operation, judged }) => operation === 'oauth_client_list_post' && judged > 0),
    ).toBe(true);
  }, 60_000);
});

describe('a gateway with transient answers', () => {
  it('is no violation: what it turned away is sent again, and what cannot be is told as flaky', async () => {
    const transients = [401, 403, 429, 502, 503, 'reset'] as const;
    const proxy = await startProxy(reference.url, (number) =>
      number > 40 && number % 97 === 0 ? (transients[(number / 97) % transients.length] ?? null) : null,
    );
    const suites = [
      'oauth_client_post',
      'oauth_client_client_id_delete',
      'oauth_token_post',
      'oauth_idp_login_get',
    ];
    const words = ['--target', proxy.url, '--runs', '60', '--seed', '3', '--no-report', '--report', 'whims'];
    const ended = await runCommand(['run', ...words, '--operation', ...suites, '--result', 'whims.json'], {
      cwd,
      env,
    });
    await proxy.close();
    const result = await resultOf('whims.json');
    expect(result.verdicts.filter(({ verdict }) => ['fail', 'warn', 'broken'].includes(verdict))).toEqual([]);
    expect(ended.code).toBe(0);
    expect(result.repeats).toBeGreaterThan(0);
    expect(ended.stdout).toContain('requests sent again');
    expect(await clientNames()).toEqual(['somebody']);
  }, 120_000);
});
