import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Behaviour, Ended } from './behaviour.ts';
import { watchMemory } from './peak-memory.ts';

/** Longer than any run here may take: what is not over by then hangs. */
const killAfterMs = 45_000;

/** The compiled command, whether this file runs compiled or from its source. */
const here = path.dirname(fileURLToPath(import.meta.url));
const main = path.join(
  here,
  here.includes(`${path.sep}dist${path.sep}`) ? '../..' : '../../dist',
  'cli/main.js',
);

/** Runs the command against a target in a process of its own, in a folder of its own. */
export async function runAgainst(behaviour: Behaviour, url: string, folder: string): Promise<Ended> {
  const { operation = 'oauth_client_client_id_get', hasReport = false, words = [] } = behaviour;
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [
      main,
      ...optionsFor(url),
      ...['--operation', operation],
      ...(hasReport ? [] : ['--no-report']),
      ...words,
    ],
    {
      cwd: folder,
      env: { ...process.env, PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const memory = watchMemory(child.pid ?? 0);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const killer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(killer);
  return {
    exitCode,
    output: Buffer.concat(chunks).toString('utf8'),
    durationMs: performance.now() - startedAt,
    peakMiB: memory.stop(),
    folder,
  };
}

/** Few cases and short deadlines: each behaviour shows at once, or shows as a hang. */
function optionsFor(url: string): readonly string[] {
  return [
    ...['run', '--target', url, '--seed', '1', '--runs', '3', '--concurrency', '4'],
    ...['--timeout-ms', '500', '--max-time', '8', '--report', 'out', '--result', 'result.json'],
  ];
}
