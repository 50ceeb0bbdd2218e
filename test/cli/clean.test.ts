import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcess } from '../../driver/clients/process-mark.ts';
import { plainRequest } from '../../driver/plain-request.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { serve } from '../../tools/hostile/hostile-server.ts';
import { clientNames as clientNamesOf, login, onTarget, register as registerAt } from './other-users.ts';
import { runCommand, type EndedCommand } from './command.ts';
import { startProxy } from './transient-proxy.ts';

const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
let cwd = '';
let reference: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  reference = await spawnReference();
  await register('somebody');
});
afterAll(async () => {
  await reference.close();
  await rm(cwd, { recursive: true, force: true });
});

const clientNames = (): Promise<readonly (string | null)[]> => clientNamesOf(reference.url);
const register = (name: string): Promise<string> => registerAt(reference.url, name);

describe('clean', () => {
  const mark = 'k3j9x0aq2z';
  const header = (target: string): string =>
    JSON.stringify({ event: 'begun', target, username: 'admin', mark });
  const sending = (name: string): string =>
    JSON.stringify({ event: 'sending', request: name, client: { name, description: 'd' } });
  const answered = (name: string, id: string): string =>
    JSON.stringify({ event: 'answered', request: name, id });

  /** Writes the ledger that a killed run would have left. */
  async function leaveLedger(report: string, lines: readonly string[]): Promise<void> {
    await mkdir(path.join(cwd, report, 'ledger'), { recursive: true });
    await writeFile(path.join(cwd, report, 'ledger', 'killed.jsonl'), `${lines.join('\n')}\n{"cut`);
  }

  const clean = (report: string, ...words: readonly string[]): Promise<EndedCommand> =>
    runCommand(['clean', '--target', reference.url, '--report', report, ...words], { cwd, env });

  it('removes what a killed run left by id and by its mark, spares the rest, and says so', async () => {
    const [known, named] = [await register('known'), await register(`named ${mark}`)];
    const namesake = await register('named');
    const lines = [sending('known'), answered('known', known), sending(`named ${mark}`), sending('named')];
    await leaveLedger('killed', [header(reference.url), ...lines]);
    const dry = await clean('killed', '--dry-run');
    expect(dry.code).toBe(1);
    expect(dry.stdout).toContain(`would remove ${known} "known"`);
    expect(await clientNames()).toEqual(['known', 'named', `named ${mark}`, 'somebody']);
    const ended = await clean('killed');
    expect(ended.stdout).toContain(`removed ${known} "known"`);
    expect(ended.stdout).toContain(`removed ${named} "named ${mark}"`);
    expect(ended.stdout).toContain(`not touched: ${namesake} "named": it is as a request without a mark was`);
    expect(ended.stdout).toContain('2 removed, 0 left, 1 may be ours');
    expect(ended.code).toBe(1);
    expect(await clientNames()).toEqual(['named', 'somebody']);
    await removeClient(namesake);
    expect((await clean('killed')).code).toBe(0);
    expect(existsSync(path.join(cwd, 'killed', 'ledger'))).toBe(false);
  });

  it('takes no ledger of another target, no link, and nothing that is no file', async () => {
    await leaveLedger('foreign', [header('http://pc.example:9440/api/nutanix/v3'), sending('somebody')]);
    const real = path.join(cwd, 'real.jsonl');
    const id = await register(`linked ${mark}`);
    await writeFile(real, `${header(reference.url)}\n${sending('x')}\n${answered('x', id)}\n`);
    await symlink(real, path.join(cwd, 'foreign', 'ledger', 'link.jsonl'));
    await mkdir(path.join(cwd, 'foreign', 'ledger', 'folder.jsonl'));
    execFileSync('mkfifo', [path.join(cwd, 'foreign', 'ledger', 'pipe.jsonl')]);
    const ended = await clean('foreign');
    expect(ended.stdout).toContain('nothing to remove');
    expect(await clientNames()).toEqual([`linked ${mark}`, 'somebody']);
    await removeClient(id);
  });

  it('leaves the ledger of a run that goes on alone, unless it is told otherwise', async () => {
    const id = await register(`busy ${mark}`);
    const opened = JSON.stringify({ event: 'opened', ...ownProcess() });
    await leaveLedger('busy', [header(reference.url), opened, sending('x'), answered('x', id)]);
    const skipped = await clean('busy');
    expect(skipped.code).toBe(1);
    expect(skipped.stdout).toMatch(/killed\.jsonl: its run is active/);
    expect(await clientNames()).toEqual([`busy ${mark}`, 'somebody']);
    expect((await clean('busy', '--prefix', '--yes')).code).toBe(1);
    expect((await clean('busy', '--force')).code).toBe(0);
    expect(await clientNames()).toEqual(['somebody']);
  });

  it('removes by the prefix of the set-up only when it is told to, and without a terminal only by --yes', async () => {
    await register('conformance-old\u001B[2J');
    expect((await clean('none')).code).toBe(0);
    const unasked = await clean('none', '--prefix');
    expect(unasked).toMatchObject({ code: 2, stdout: '' });
    expect(unasked.stderr).toMatch(/^error: --prefix removes every client .*: give --yes, or --dry-run.*\n$/);
    expect((await clean('none', '--prefix', '--dry-run')).stdout).toContain('conformance-old\\u001b[2J');
    expect(await clientNames()).toContain('somebody');
    expect(await clientNames()).toHaveLength(2);
    expect((await clean('none', '--prefix', '--yes')).code).toBe(0);
    expect(await clientNames()).toEqual(['somebody']);
  });

  it('needs a target, and tells one that is not there by 3', async () => {
    expect((await runCommand(['clean'], { cwd, env })).code).toBe(2);
    expect((await runCommand(['clean', '--target', 'http://127.0.0.1:1'], { cwd, env })).code).toBe(3);
  });

  it('keeps the ledger and ends with 1 where something cannot be removed', async () => {
    const id = await register('stays');
    const proxy = await startProxy(reference.url, (_, { method }) => (method === 'DELETE' ? 500 : null));
    await leaveLedger('stuck', [header(proxy.url), sending('stays'), answered('stays', id)]);
    const ended = await runCommand(['clean', '--target', proxy.url, '--report', 'stuck'], { cwd, env });
    await proxy.close();
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain(`left ${id} "stays": its deletion is answered with 500`);
    expect(await readdir(path.join(cwd, 'stuck', 'ledger'))).toEqual(['killed.jsonl']);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends soon after %s while nothing is answered, and says what is left',
    async (signal) => {
      const hanging = await startHanging();
      await leaveLedger(signal, [header(hanging.url), sending('x'), answered('x', 'c1')]);
      const words = ['--target', hanging.url, '--report', signal, '--timeout-ms', '3000'];
      const run = spawn(process.execPath, [path.resolve('dist/cli/main.js'), 'clean', ...words], {
        cwd,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let output = '';
      run.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const code = new Promise((resolve) => run.once('close', resolve));
      while (!hanging.isReading()) await wait(10);
      run.kill(signal);
      expect(await code).toBe(130);
      expect(output).toContain('left c1: the time was over before it could be removed');
      await hanging.close();
    },
  );

  it('ends with --max-time while nothing is answered', async () => {
    const hanging = await startHanging();
    await leaveLedger('slow', [header(hanging.url), sending('x'), answered('x', 'c1')]);
    const words = ['--target', hanging.url, '--report', 'slow', '--timeout-ms', '60000', '--max-time', '10'];
    const ended = await runCommand(['clean', ...words], { cwd, env });
    await hanging.close();
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('0 removed, 1 left');
  });
});

/** A target that answers lists, without any clients, and nothing else. */
async function startHanging(): Promise<{
  readonly url: string;
  readonly isReading: () => boolean;
  readonly close: () => Promise<void>;
}> {
  let isReading = false;
  const server = await serve((socket, { path: asked }) => {
    const body = '{"api_version":"3.1","metadata":{"kind":"oauth_client"},"entities":[]}';
    if (asked.endsWith('/list'))
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    else isReading = true;
  });
  return { ...server, url: `${server.url}/api/nutanix/v3`, isReading: () => isReading };
}

const removeClient = (id: string): Promise<unknown> =>
  onTarget(reference.url, (target) => target.send(plainRequest(login, 'DELETE', `/oauth/client/${id}`)));
