import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { variableOf } from '../run/options/option-names.ts';
import { packageRoot } from '../run/package-facts.ts';
import type { CallOptions, ConformanceOptions } from './options.ts';

/** A run that ended without a result: wrong options, or a target that could not be driven. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
  /** As of the command: 2 usage, 3 the target could not be driven, 4 an internal error, 130 interrupted. */
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A result, with the exit code of the command that wrote it. */
export type WithExitCode<Result> = Result & { readonly exitCode: number };

interface Ended {
  readonly exitCode: number;
  readonly errors: readonly string[];
}

/**
 * Runs a command of this package in a process of its own and resolves with the result that it wrote: signals, memory and
 * output of a run stay apart from the caller's. Rejects with a {@link ConformanceError} if there is no result.
 */
export async function callCommand<Result>(
  words: readonly string[],
  options: ConformanceOptions,
  call: CallOptions,
): Promise<WithExitCode<Result>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-call-'));
  const result =
    options.result === undefined
      ? path.join(folder, 'result.json')
      : path.resolve(call.cwd ?? '.', options.result);
  try {
    await rm(result, { force: true });
    const { exitCode, errors } = await run(words, { ...options, result }, call);
    const written = await readFile(result, 'utf8').catch(() => null);
    if (written === null)
      throw new ConformanceError(errors.join('\n') || `the command ended with ${exitCode}`, exitCode);
    return { ...(JSON.parse(written) as Result), exitCode };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  words: readonly string[],
  options: ConformanceOptions,
  { signal, log, cwd }: CallOptions,
): Promise<Ended> {
  const main = path.join(packageRoot, 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, NO_COLOR: '1', ...environmentOf(options) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  if (signal?.aborted === true) end();
  signal?.addEventListener('abort', end, { once: true });
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => log?.(line));
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/^(?:internal )?error: /.test(line)) errors.push(line.replace(/^error: /, ''));
    log?.(line);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ exitCode: code ?? 130, errors });
    });
  });
}

/** Options in the form in which any process may pass them on: lists with commas, the rest as text. */
function environmentOf(options: ConformanceOptions): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries<string | number | boolean | readonly string[] | undefined>(options).flatMap(
      ([key, value]) =>
        value === undefined
          ? []
          : [[variableOf(key), typeof value === 'object' ? value.join() : String(value)]],
    ),
  );
}
