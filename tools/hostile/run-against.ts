import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { HostileBehaviour, EndedRun, SentSignal } from './behaviour.ts';
import type { HostileServer } from './hostile-server.ts';
import { watchMemory } from './peak-memory.ts';

/** Longer than any run here may take: a run that is not over by then hangs. */
const killAfterMs = 45_000;

/** The compiled command, whether this file runs compiled or from source. */
const here = path.dirname(fileURLToPath(import.meta.url));
const main = path.join(
  here,
  here.includes(`${path.sep}dist${path.sep}`) ? '../..' : '../../dist',
  'cli/main.js',
);

/** Runs the command against a target, in its own process and folder. */
export async function runAgainst(
  behaviour: HostileBehaviour,
  { url, requests }: Pick<HostileServer, 'url' | 'requests'>,
  folder: string,
): Promise<EndedRun> {
  const startedAt = performance.now();
  const child = start(behaviour, url, folder);
  const memory = watchMemory(child.pid ?? 0);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const signalled = send(child, behaviour.signal, { requests, folder });
  const killer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(killer);
  const sentAt = signalled.stop();
  const endedAt = performance.now();
  return {
    exitCode,
    output: Buffer.concat(chunks).toString('utf8'),
    durationMs: endedAt - startedAt,
    afterSignalMs: sentAt === null ? null : endedAt - sentAt,
    peakMiB: memory.stop(),
    folder,
  };
}

function start(
  behaviour: HostileBehaviour,
  url: string,
  cwd: string,
): ChildProcessByStdio<null, Readable, Readable> {
  const { operation = 'oauth_client_client_id_get', hasReport = false, words = [] } = behaviour;
  const chosen = ['--operation', operation, ...(hasReport ? [] : ['--no-report']), ...words];
  return spawn(process.execPath, [main, ...optionsFor(url), ...chosen], {
    cwd,
    env: { ...process.env, PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Sends a behaviour's signal to a process at the right moment. `stop` ends the polling and returns when the signal was
 * sent.
 */
function send(
  child: ChildProcess,
  signal: SentSignal | undefined,
  seen: Parameters<SentSignal['when']>[0],
): { readonly stop: () => number | null } {
  let sentAt: number | null = null;
  let isAgain = false;
  const timer = setInterval(() => {
    if (signal === undefined || !signal.when(seen)) return;
    if (sentAt === null) {
      sentAt = performance.now();
      child.kill(signal.name);
    } else if (signal.isTwice === true && !isAgain && performance.now() - sentAt > 1000) {
      isAgain = true;
      child.kill(signal.name);
    }
  }, 20);
  return {
    stop: () => {
      clearInterval(timer);
      return sentAt;
    },
  };
}

/** Few cases and short deadlines: each behaviour shows at once, or shows as a hang. */
function optionsFor(url: string): readonly string[] {
  return [
    ...['run', '--target', url, '--seed', '1', '--runs', '3', '--concurrency', '4'],
    ...['--timeout-ms', '500', '--max-time', '8', '--report', 'out', '--result', 'result.json'],
  ];
}
