import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { expectPlain, runCommand } from './command.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
});
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const login = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };

describe('a target that cannot be driven', () => {
  it('is told by exit 3 where nobody listens', async () => {
    const ended = await runCommand(['--target', 'http://127.0.0.1:1'], { cwd, env: login });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/check host and port of --target/);
    expectPlain(ended);
  });

  it('is told by exit 3 where the password is wrong, without the password', async () => {
    const reference = await spawnReference();
    const env = { ...login, PRISM_PASSWORD: 'not-the-password' };
    const ended = await runCommand(['--target', reference.url], { cwd, env });
    await reference.close();
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/refuses the credentials with 401/);
    expect(ended.stderr + ended.stdout).not.toContain('not-the-password');
    expectPlain(ended);
  });

  it('is told by exit 3 where the base path is wrong', async () => {
    const reference = await spawnReference();
    const { origin } = new URL(reference.url);
    const ended = await runCommand(['--target', `${origin}/api/v9`], { cwd, env: login });
    await reference.close();
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/check the base path of --target/);
  });

  it('is told by exit 3 where something else than HTTP answers', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-nothing\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const ended = await runCommand(['--target', `http://127.0.0.1:${port}`], { cwd, env: login });
    server.close();
    expect(ended.code).toBe(3);
    expectPlain(ended);
  });
});

describe('a run', () => {
  const words = ['run', '--operation', 'oauth_client_post', '--runs', '30', '--seed', '1'];
  let faulty: SpawnedReference;
  beforeAll(async () => {
    faulty = await spawnReference({ faults: ['register-answers-201'] });
  });
  afterAll(async () => {
    await faulty.close();
  });

  it('against the embedded target conforms, and leaves the report and nothing else', async () => {
    const ended = await runCommand(words, { cwd });
    expect(ended.code).toBe(0);
    expect(await readdir(path.join(cwd, 'reports', 'out'))).toEqual([
      '.prism-oauth-conformance',
      'allure-results',
      'index.html',
      'rules.html',
      'summary.html',
    ]);
  });

  it('leaves a report folder alone that another run is writing to, and takes over that of a dead one', async () => {
    const folder = path.join(cwd, 'shared');
    const lock = path.join(folder, 'run.lock');
    await mkdir(folder);
    await writeFile(lock, `${process.ppid}\n`);
    const refused = await runCommand([...words, '--report', 'shared'], { cwd });
    expect(refused.code).toBe(2);
    expectPlain(refused);
    expect(refused.stderr).toContain(`in use by another run, process ${process.ppid}`);
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(lock, longAgo, longAgo);
    expect((await runCommand([...words, '--report', 'shared'], { cwd })).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  it('without a report writes no page', async () => {
    const ended = await runCommand([...words, '--no-report', '--report', 'bare'], { cwd });
    expect(ended.code).toBe(0);
    expect(existsSync(path.join(cwd, 'bare', 'index.html'))).toBe(false);
  });

  it('against a faulty target exits 1, and its replay command shows the same violation', async () => {
    const target = [
      ...words,
      '--no-report',
      '--target',
      faulty.url,
      '--result',
      'r.json',
      '--junit',
      'j.xml',
    ];
    const ended = await runCommand(target, { cwd, env: login });
    expect(ended.code).toBe(1);
    const result = JSON.parse(await readFile(path.join(cwd, 'r.json'), 'utf8')) as ResultFile;
    const failed = result.verdicts.find(({ verdict }) => verdict === 'fail');
    expect(await readFile(path.join(cwd, 'j.xml'), 'utf8')).toContain('<failure');
    const replay = ['--replay', `${result.seed}:${failed?.replay?.path ?? ''}`, '--rule', failed?.rule ?? ''];
    const again = [
      'run',
      '--operation',
      'oauth_client_post',
      '--target',
      faulty.url,
      '--no-report',
      ...replay,
    ];
    const replayed = await runCommand([...again, '--result', 'again.json'], { cwd, env: login });
    expect(replayed.code).toBe(1);
    const second = JSON.parse(await readFile(path.join(cwd, 'again.json'), 'utf8')) as ResultFile;
    expect(second.verdicts.map(({ verdict, fingerprint }) => ({ verdict, fingerprint }))).toEqual([
      { verdict: 'fail', fingerprint: failed?.fingerprint },
    ]);
  });

  it('sends no more cases to make findings smaller than --shrinks allows', async () => {
    const target = [...words, '--no-report', '--target', faulty.url, '--result', 'shrunk.json'];
    const requests: number[] = [];
    for (const shrinks of ['0', '5']) {
      const ended = await runCommand([...target, '--shrinks', shrinks], { cwd, env: login });
      expect(ended.code).toBe(1);
      const result = JSON.parse(await readFile(path.join(cwd, 'shrunk.json'), 'utf8')) as ResultFile;
      requests.push(result.requests);
    }
    const [none = 0, some = 0] = requests;
    expect(some).toBeGreaterThan(none);
  });

  it('keeps the password out of everything it writes', async () => {
    const env = { ...login, PRISM_CANARY: 'nutanix/4u' };
    const ended = await runCommand([...words, '--target', faulty.url, '--report', 'leak'], { cwd, env });
    const files = await readdir(path.join(cwd, 'leak'), { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')),
    );
    const forms = ['nutanix/4u', 'nutanix%2F4u', Buffer.from('admin:nutanix/4u').toString('base64')];
    for (const form of forms) {
      expect([ended.stdout, ended.stderr, ...texts].filter((text) => text.includes(form))).toEqual([]);
    }
  });
});
