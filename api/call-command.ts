import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { variableOf } from '../run/options/option-names.ts';
import { runOptions } from '../run/options/options.ts';
import type { OptionKey, RunOption } from '../run/options/options.ts';
import { packageRoot } from '../run/package-facts.ts';
import { exitCodes } from '../run/user-error.ts';
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

/** A command of this package with its arguments. */
export interface CalledCommand {
  readonly name: 'run' | 'compare';
  readonly words: readonly string[];
}

/** The exit codes of a command that has judged something. */
const withResult: ReadonlySet<number> = new Set([
  exitCodes.conforms,
  exitCodes.violations,
  exitCodes.targetNotDriven,
  exitCodes.interrupted,
]);

/**
 * Runs a command of this package in a process of its own and resolves with the result that it wrote: signals, memory and
 * output of a run stay apart from the caller's. Rejects with a {@link ConformanceError} if there is no result.
 */
export async function callCommand<Result>(
  command: CalledCommand,
  options: ConformanceOptions,
  call: CallOptions,
): Promise<WithExitCode<Result>> {
  const { cwd = process.cwd() } = call;
  if (!existsSync(cwd)) throw new ConformanceError(`cwd: there is no folder ${cwd}`, exitCodes.usage);
  const environment = environmentOf(options, command.name);
  const asked = options.result ?? process.env[variableOf('result')] ?? '';
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-call-'));
  // Not the caller's file: it may be the baseline of this run, and stays as it is if there is no result.
  const result = path.join(folder, 'result.json');
  try {
    const { exitCode, errors } = await run(command, { ...environment, [variableOf('result')]: result }, call);
    const written = await readFile(result, 'utf8').catch(() => null);
    if (written === null || !withResult.has(exitCode))
      throw new ConformanceError(errors.join('\n') || `the command ended with ${exitCode}`, exitCode);
    if (asked !== '') await copyFile(result, path.resolve(cwd, asked));
    return { ...(JSON.parse(written) as Result), exitCode };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly exitCode: number;
  readonly errors: readonly string[];
}

function run(
  { name, words }: CalledCommand,
  environment: Readonly<Record<string, string>>,
  { signal, log, cwd }: CallOptions,
): Promise<Ended> {
  const main = path.join(packageRoot, 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, name, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, NO_COLOR: '1', ...environment },
    // The command ends in an orderly way when the channel closes, and so with this process.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  if (signal?.aborted === true) end();
  signal?.addEventListener('abort', end, { once: true });
  const errors: string[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => log?.(line));
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
    if (/^(?:internal )?error: /.test(line)) errors.push(line.replace(/^error: /, ''));
    log?.(line);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, killedBy) => {
      signal?.removeEventListener('abort', end);
      if (killedBy !== null) errors.push(`the command was ended by ${killedBy}`);
      resolve({ exitCode: code ?? exitCodes.internal, errors });
    });
  });
}

/**
 * Options in the form in which any process may pass them on: lists with commas, the rest as text. Throws a
 * ConformanceError for a name that the command does not know, which would leave its meaning out without a word.
 */
function environmentOf(
  { password, ...options }: ConformanceOptions,
  command: CalledCommand['name'],
): Readonly<Record<string, string>> {
  const given = Object.entries<string | number | boolean | readonly string[] | undefined>(options).filter(
    ([, value]) => value !== undefined,
  );
  for (const [key, value] of given) {
    if (!isOptionOf(key, command))
      throw new ConformanceError(`${key}: is not an option of ${command}`, exitCodes.usage);
    if (Array.isArray(value) && value.length === 0)
      throw new ConformanceError(`${key}: names nothing`, exitCodes.usage);
  }
  return {
    ...(password === undefined ? {} : { PRISM_PASSWORD: password, PRISM_PASSWORD_ENV: 'PRISM_PASSWORD' }),
    ...Object.fromEntries(
      given.map(([key, value]) => [
        variableOf(key),
        typeof value === 'object' ? value.join() : String(value),
      ]),
    ),
  };
}

function isOptionOf(key: string, command: CalledCommand['name']): boolean {
  if (!Object.hasOwn(runOptions, key)) return false;
  const { commands }: RunOption = runOptions[key as OptionKey];
  return command === 'run' || commands.includes(command);
}
