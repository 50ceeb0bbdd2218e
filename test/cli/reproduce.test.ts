import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runScript, runTests } from '../../tools/reproduce/show-again.ts';
import { expectPlain, runCommand } from './command.ts';

const login = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
/** They show in a header, in a member, and in what a later read shows. */
const switchedOn = ['client-cacheable', 'arrays-sorted'];
const rules = ['client.answer.no-store', 'client.registration.*'];

let cwd = '';
let faulty: SpawnedReference;
let clean: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  clean = await spawnReference();
  faulty = await spawnReference({ faults: switchedOn });
  const words = ['--operation', 'oauth_client_post', '--rule', ...rules, '--runs', '30', '--shrinks', '60'];
  const files = [
    '--reproduce',
    'scripts',
    '--regressions',
    'found.test.cjs',
    '--result',
    'r.json',
    '--no-report',
  ];
  const ended = await runCommand(['run', '--target', faulty.url, '--seed', '1', ...words, ...files], {
    cwd,
    env: login,
  });
  expect(ended.code).toBe(1);
});
afterAll(async () => {
  await faulty.close();
  await clean.close();
  await rm(cwd, { recursive: true, force: true });
});

async function scriptNames(): Promise<readonly string[]> {
  const names = await readdir(path.join(cwd, 'scripts'));
  const scripts = names.filter((name) => name.endsWith('.sh'));
  // One of each rule.
  return [...new Map(scripts.map((name) => [name.slice(4), name])).values()];
}

describe('a script of --reproduce', () => {
  it('shows its violation on the faulty target, and not on the clean one', async () => {
    const written = { folder: cwd, scripts: await scriptNames() };
    expect(written.scripts.length).toBeGreaterThanOrEqual(3);
    for (const name of written.scripts) {
      expect([name, (await runScript(written, name, faulty.url)).code]).toEqual([name, 1]);
      expect([name, (await runScript(written, name, clean.url)).code]).toEqual([name, 0]);
    }
  });

  it('holds no secret, and ends with 2 where the password is missing or nobody listens', async () => {
    const [name = ''] = await scriptNames();
    const script = path.join(cwd, 'scripts', name);
    expect(await readFile(script, 'utf8')).not.toContain(login.PRISM_PASSWORD);
    expect(await exitOf(script, { PRISM_USERNAME: 'admin', PRISM_TARGET: clean.url })).toBe(2);
    expect(await exitOf(script, { ...login, PRISM_TARGET: 'http://127.0.0.1:1' })).toBe(2);
  });

  it('is not written into a folder with files of others', async () => {
    await mkdir(path.join(cwd, 'taken'));
    await writeFile(path.join(cwd, 'taken', 'notes.txt'), 'mine');
    const ended = await runCommand(['run', '--target', clean.url, '--reproduce', 'taken'], {
      cwd,
      env: login,
    });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/--reproduce: taken holds files that this suite did not write/);
    expectPlain(ended);
  });
});

function exitOf(script: string, env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    execFile('sh', [script], { env: { PATH: process.env['PATH'], ...env } }, (error) => {
      resolve(error === null ? 0 : Number(error.code));
    });
  });
}

describe('the file of --regressions', () => {
  it('has tests that fail on the faulty target and pass on the clean one', async () => {
    await writeFile(path.join(cwd, 'package.json'), '{}');
    const written = { folder: cwd, scripts: [] };
    const onFaulty = await runTests(written, faulty.url);
    expect(onFaulty.size).toBeGreaterThanOrEqual(3);
    expect(new Set(onFaulty.values())).toEqual(new Set(['failed']));
    expect(new Set((await runTests(written, clean.url)).values())).toEqual(new Set(['passed']));
  });
});

describe('a replay', () => {
  it('sends at most twice as many requests as its case has steps, and writes no report', async () => {
    const { verdicts, seed } = JSON.parse(await readFile(path.join(cwd, 'r.json'), 'utf8')) as ResultFile;
    const failed = verdicts.find(({ rule }) => rule === 'client.registration.stored');
    const { url, count, close } = await countingProxy(faulty.url);
    const words = [
      '--operation',
      'oauth_client_post',
      '--rule',
      'client.registration.stored',
      '--report',
      'kept',
    ];
    const ended = await runCommand(
      ['run', '--target', url, ...words, '--replay', `${seed}:${failed?.replay?.path ?? ''}`],
      { cwd, env: login },
    );
    close();
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/Step 1 of 2, main[\s\S]+POST [\s\S]+Answer:[\s\S]+Step 2 of 2, read-back/);
    expect(ended.stdout).toMatch(/FAIL oauth_client_post client\.registration\.stored/);
    expect(count()).toBeLessThanOrEqual(4);
    await expect(readFile(path.join(cwd, 'kept', 'index.html'))).rejects.toThrow('ENOENT');
  });

  it('says by exit 3 that the credentials are refused, and not that the case violates a rule', async () => {
    const words = ['--operation', 'oauth_client_post', '--replay', '1:valid.domain@0@0'];
    const ended = await runCommand(['run', '--target', clean.url, ...words], {
      cwd,
      env: { ...login, PRISM_PASSWORD: 'not-the-password' },
    });
    expect(ended.code).toBe(3);
    expect(ended.stdout).toMatch(/refuses the credentials with 401/);
  });
});

/** Passes requests on to a target and counts them. */
async function countingProxy(target: string): Promise<{
  readonly url: string;
  readonly count: () => number;
  readonly close: () => void;
}> {
  const { hostname, port, pathname } = new URL(target);
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    requests += 1;
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${own}${pathname}`, count: () => requests, close };
}
