import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { login } from '../bench-setup.ts';
import type { Traffic } from './counted-target.ts';
import { printed } from './peer.ts';
import type { Peer, Start } from './peer.ts';

export interface VisitPlan {
  /** Of the reference target. */
  readonly faults: readonly string[];
  readonly seed: number;
  /** At the most; null for as long as the tool wants. */
  readonly seconds: number | null;
}

/** What came of a visit. */
export interface Visited {
  readonly failures: readonly string[];
  readonly traffic: Traffic;
  /** Of the whole command. */
  readonly seconds: number;
}

/** Lets a tool test a fresh reference target. */
export async function visitTarget(peer: Peer, { faults, seed, seconds }: VisitPlan): Promise<Visited> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-peer-'));
  const target = fork(fileURLToPath(new URL('counted-target.js', import.meta.url)), faults);
  try {
    const [url] = (await once(target, 'message')) as [string];
    const { username, password } = login;
    const start = peer.start({ target: url, username, password, seed, seconds, folder });
    const begin = performance.now();
    await runFor(seconds, start, folder);
    const tookMs = performance.now() - begin;
    return {
      failures: [...new Set(await peer.readFailures(folder))].sort(),
      traffic: await trafficOf(target),
      seconds: tookMs / 1000,
    };
  } finally {
    target.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

async function trafficOf(target: ChildProcess): Promise<Traffic> {
  target.send('count');
  const [traffic] = (await once(target, 'message')) as [Traffic];
  return traffic;
}

/** Runs a command in a group of its own, since some tools start others, and kills the group when the time is over. */
async function runFor(
  seconds: number | null,
  { command, environment }: Start,
  folder: string,
): Promise<void> {
  const output = await open(path.join(folder, printed), 'w');
  const [program, ...words] = command;
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...process.env, ...environment, NO_COLOR: '1' },
    stdio: ['ignore', output.fd, output.fd],
    detached: true,
  });
  const end = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', end);
  const timer = seconds === null ? undefined : setTimeout(end, seconds * 1000);
  await once(child, 'exit');
  clearTimeout(timer);
  process.off('exit', end);
  await output.close();
}
