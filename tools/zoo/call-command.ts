import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../run/package-facts.ts';
import { ZooError } from './mock.ts';

/** The user that every mock accepts, and that the embedded reference target has by default. */
export const zooUser = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };

/** A mock that hangs is still driven. A run that takes longer than this never ends. */
const killAfterMs = 300_000;

const main = path.join(packageRoot, 'dist', 'cli', 'main.js');

interface CommandLimits {
  /** Exit codes of a run that came to its end. Default: 0 and 1. */
  readonly verdictExits?: readonly number[];
  readonly endAfterMs?: number;
}

/** Runs this project's command in its own process and returns the content of its result file. */
export async function callCommand(
  words: readonly string[],
  resultFile: string,
  { verdictExits = [0, 1], endAfterMs = killAfterMs }: CommandLimits = {},
): Promise<unknown> {
  const child = spawn(process.execPath, [main, ...words, '--result', resultFile], {
    env: { ...process.env, ...zooUser, NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const killer = setTimeout(end, endAfterMs);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(killer);
  process.off('exit', end);
  // Any other code means that the target was not driven to the end.
  if (exitCode !== null && verdictExits.includes(exitCode))
    return JSON.parse(await readFile(resultFile, 'utf8'));
  const said = Buffer.concat(errors).toString('utf8').trim().split('\n').at(-1) ?? '';
  throw new ZooError(`${words.slice(0, 3).join(' ')} ended with exit ${exitCode ?? 'by a signal'}: ${said}`);
}
