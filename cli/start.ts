import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { exitCodeOf } from './exit-code-of.ts';
import { exitCodes, systemReason, UserError } from '../run/user-error.ts';
import { messages, output } from '../run/terminal.ts';

/** Node opens all imported modules of a module at the same time. The usual limit of most systems is enough for that. */
const enoughFiles = 1024;
/**
 * How much the heap may grow before garbage is collected, in percent of what is in use. By default V8 scales this with
 * the machine's memory, and response bodies of 2 MiB that are long unused then take some 200 MiB more.
 */
const heapGrowth = '--heap-growing-percent=40';

/** Runs the command that this process's arguments name, and sets the exit code of the process. */
export async function start(): Promise<void> {
  setFlagsFromString(heapGrowth);
  watchProcess();
  try {
    const { buildProgram } = await load();
    await buildProgram((exitCode) => {
      process.exitCode = exitCode;
    }).parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
  // Work that was abandoned may still be running, such as a connection attempt.
  setTimeout(() => process.exit(), 1000).unref();
}

/** For an uncaught error Node would exit with 1, which is reserved for findings about targets. */
function watchProcess(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      process.exit(exitCodeOf(error));
    });
  }
  // By default, exceeding the file size limit ends the process before any cleanup. Ignoring the signal turns it into an
  // error.
  process.on('SIGXFSZ', () => undefined);
  process.once('exit', () => {
    if (output.problem === null) return;
    messages.lines(`error: standard output cannot be written: ${systemReason(output.problem)}`);
    if (process.exitCode === undefined || process.exitCode === exitCodes.conforms)
      process.exitCode = exitCodes.usage;
  });
}

/** Loads the command only here: libraries read the working folder as they load, so it must be checked first. */
async function load(): Promise<typeof import('./program.ts')> {
  process.cwd();
  // Read first, because afterwards no file descriptor may be free.
  const limit = openFilesLimit();
  try {
    return await import('./program.ts');
  } catch (error) {
    // The module loader reports files that it could not open as missing.
    if (limit === null || limit >= enoughFiles) throw error;
    throw new UserError(
      `only ${limit} files may be open at a time, too few to load this command: ulimit -n ${enoughFiles}`,
    );
  }
}

/** How many files this process may have open; null if the system does not say. */
function openFilesLimit(): number | null {
  try {
    const [, limit] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}
