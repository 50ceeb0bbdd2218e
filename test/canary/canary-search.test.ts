import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { runCommand, type EndedCommand } from '../cli/command.ts';
import { canary, canaryPassword, startCanaryTarget, type CanaryTarget } from './canary-target.ts';
import { findCanary } from './find-canary.ts';

let folder = '';
let target: CanaryTarget;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  target = await startCanaryTarget();
});
afterAll(async () => {
  await target.close();
  await rm(folder, { recursive: true, force: true });
});

/** A run's own folder for everything it leaves, including temporary files. */
async function ownFolder(name: string): Promise<{ cwd: string; env: Record<string, string> }> {
  const cwd = path.join(folder, name);
  await mkdir(path.join(cwd, 'tmp'), { recursive: true });
  const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: canaryPassword, TMPDIR: path.join(cwd, 'tmp') };
  return { cwd, env };
}

const words = (runs: number): readonly string[] => [
  ...['run', '--target', target.url, '--runs', String(runs), '--shrinks', '20', '--seed', '7'],
  ...['--report', 'out', '--result', 'result.json', '--junit', 'junit.xml'],
];

async function filesIn(cwd: string): Promise<readonly string[]> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}

/** Where the files and output of a run contain a canary, one line each. */
async function search(
  cwd: string,
  { stdout, stderr }: Pick<EndedCommand, 'stdout' | 'stderr'>,
): Promise<readonly string[]> {
  const files = await Promise.all(
    (await filesIn(cwd)).map(async (file) => [path.relative(cwd, file), await readFile(file)] as const),
  );
  const terminal = [
    ['stdout', Buffer.from(stdout)],
    ['stderr', Buffer.from(stderr)],
  ] as const;
  return [...files, ...terminal].flatMap(([name, bytes]) =>
    findCanary(bytes, canary).map(({ form, context }) => `${name}: ${form}: ${context}`),
  );
}

describe('a run against a target that tells its secrets to everybody', () => {
  it('fails in many ways, and shows no secret anywhere', async () => {
    const { cwd, env } = await ownFolder('whole');
    const ended = await runCommand(words(15), { cwd, env });
    expect(ended.code).toBe(1);
    expect((await search(cwd, ended)).slice(0, 5)).toEqual([]);

    const { verdicts } = JSON.parse(await readFile(path.join(cwd, 'result.json'), 'utf8')) as ResultFile;
    const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
    expect(new Set(failed.map(({ rule }) => rule)).size).toBeGreaterThan(7);
    expect(verdicts.filter(({ verdict }) => verdict === 'warn').map(({ rule }) => rule)).toContain(
      'error.sent-secret.not-repeated',
    );
    // Otherwise there was nothing to find.
    for (const kind of ['secret', 'code', 'token', 'cookie'])
      expect(target.given.get(kind)).toBeGreaterThan(10);
    for (const kind of ['secret', 'code', 'token', '"p&<'])
      expect(target.shown.get(kind)).toBeGreaterThan(10);
    const names = (await filesIn(cwd)).map((file) => path.relative(cwd, file));
    expect(names).toEqual(
      expect.arrayContaining(['result.json', 'junit.xml', path.join('out', 'index.html')]),
    );
    expect(names.filter((name) => name.includes('allure-results')).length).toBeGreaterThan(100);
  }, 400_000);

  it('leaves none when it is killed, and a ledger that only its owner can read', async () => {
    const { cwd, env } = await ownFolder('killed');
    const main = path.resolve('dist/cli/main.js');
    const given = target.given.get('secret') ?? 0;
    const child = spawn(process.execPath, [main, ...words(4000), '--workers', '2'], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    const closed = new Promise((resolve) => child.once('close', resolve));
    while (child.exitCode === null && (target.given.get('secret') ?? 0) < given + 50) await wait(20);
    child.kill('SIGKILL');
    await closed;
    const files = await filesIn(cwd);
    const ledgers = files.filter((file) => file.endsWith('.jsonl'));
    expect(ledgers).toHaveLength(1);
    expect(files.some((file) => file.endsWith('run-plan.json'))).toBe(true);
    expect((await search(cwd, output)).slice(0, 5)).toEqual([]);
    for (const file of [...ledgers, ...files.filter((one) => one.endsWith('run-plan.json'))])
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(ledgers[0] ?? '', 'utf8')).toContain('"event":"sending"');
  }, 120_000);

  it('shows none where its credentials are refused, or an option is wrong', async () => {
    const { cwd, env } = await ownFolder('refused');
    const wrong = { ...env, PRISM_PASSWORD: `${canaryPassword}!` };
    const refused = await runCommand(words(5), { cwd, env: wrong });
    expect(refused.code).toBe(3);
    const misused = await runCommand([...words(5), '--rate', 'often'], { cwd, env });
    expect(misused.code).toBe(2);
    expect([...(await search(cwd, refused)), ...(await search(cwd, misused))]).toEqual([]);
  }, 60_000);

  it('would be found out: a secret in any of its files is seen', async () => {
    const { cwd, env } = await ownFolder('planted');
    const one = [...words(3), '--operation', 'oauth_client_post'];
    const ended = await runCommand(one, { cwd, env });
    const files = await filesIn(cwd);
    const html = path.join(cwd, 'out', 'index.html');
    expect(files).toContain(html);
    const page = await readFile(html, 'utf8');
    const data = Buffer.from(JSON.stringify({ curl: `-H 'Cookie: ${encodeURIComponent(canary)}'` })).toString(
      'base64',
    );
    const marked = findCanary(
      Buffer.from(page.replace(/<body[^>]*>/, `$&<script>d("x","${data}")</script>`)),
      canary,
    );
    expect(marked.map(({ form }) => form)).toContain('URL');
    const leaks = await search(cwd, { ...ended, stdout: `${ended.stdout}\n--password ${canaryPassword}` });
    expect(leaks.every((leak) => leak.startsWith('stdout: '))).toBe(true);
    expect(leaks.length).toBeGreaterThan(0);
  }, 60_000);
});
