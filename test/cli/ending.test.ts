import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import type { HostileServer } from '../../tools/hostile/hostile-server.ts';
import { standInFront } from '../../tools/hostile/stand-in-front.ts';

let cwd = '';
let reference: SpawnedReference;
/** Hangs when clients are read, and answers everything else. */
let server: HostileServer;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  reference = await spawnReference();
  server = await standInFront(reference.url, reads, () => undefined);
});
afterAll(async () => {
  await server.close();
  await reference.close();
  await rm(cwd, { recursive: true, force: true });
});

function reads({ method, path: where }: { readonly method: string; readonly path: string }): boolean {
  return method === 'GET' && where.includes('/oauth/client/');
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

/** Starts a command and waits until it hangs. */
async function startHanging(words: readonly string[]): Promise<Run> {
  const before = server.requests.filter(reads).length;
  const child = spawn(process.execPath, [path.resolve('dist/cli/main.js'), ...words], {
    cwd,
    env: { ...process.env, PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  while (child.exitCode === null && server.requests.filter(reads).length === before) await wait(20);
  return { child, ended, output: () => output };
}

const hanging = (result: string): readonly string[] => [
  ...['--seed', '1', '--runs', '3', '--timeout-ms', '60000', '--result', result],
  ...['--operation', 'oauth_client_client_id_get', 'oauth_idp_login_get'],
];
const run = (result: string): readonly string[] => [
  ...['run', '--target', server.url, '--no-report', ...hanging(result)],
];
const resultOf = async (file: string): Promise<ResultFile> =>
  JSON.parse(await readFile(path.join(cwd, file), 'utf8')) as ResultFile;

const isLinux = process.platform === 'linux';

/** The child processes of a process. */
function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

describe('a run that is told to end', () => {
  it('tells its workers, and reports what they have judged', async () => {
    const { child, ended, output } = await startHanging([...run('workers.json'), '--workers', '2']);
    child.kill('SIGTERM');
    expect(await ended).toBe(130);
    expect(output()).toMatch(
      /^ended by SIGTERM: removing \d+ clients?, at most 20 s; a second signal stops it at once$/m,
    );
    const { verdicts } = await resultOf('workers.json');
    expect(verdicts.some(({ reason }) => reason === 'interrupted')).toBe(true);
  });

  it('ends while it compares, with its result', async () => {
    const { child, ended } = await startHanging(['compare', 'reference', server.url, ...hanging('c.json')]);
    child.kill('SIGHUP');
    expect(await ended).toBe(130);
    expect(JSON.parse(await readFile(path.join(cwd, 'c.json'), 'utf8'))).toHaveProperty(
      'isInterrupted',
      true,
    );
  });

  it('ends while it records, with the trace of what was answered', async () => {
    const words = [
      'record',
      '--target',
      server.url,
      '--no-report',
      '--trace',
      't.json',
      ...hanging('t-r.json'),
    ];
    const { child, ended } = await startHanging(words);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(JSON.parse(await readFile(path.join(cwd, 't.json'), 'utf8'))).toHaveProperty('log.version', '1.2');
  });
});

(isLinux ? describe : describe.skip)('a run whose worker is killed', () => {
  it('reports what the others judged, and ends as broken', async () => {
    const { child, ended } = await startHanging([
      ...run('killed.json'),
      ...['--workers', '2', '--timeout-ms', '3000'],
    ]);
    // The reference target and the suites. The hanging processes are among them.
    for (const worker of childrenOf(child.pid ?? 0)) process.kill(worker, 'SIGKILL');
    expect(await ended).toBe(3);
    const { verdicts } = await resultOf('killed.json');
    const broken = verdicts.filter(({ reason }) => reason?.startsWith('its process was lost') === true);
    expect(broken.length).toBeGreaterThan(0);
  });
});
