import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { exitCodeOf } from './exit-code-of.ts';
import { exitCodes, systemReason, UserError } from '../run/user-error.ts';
import { messages, output } from '../run/terminal.ts';

/** Node opens all modules at once that a module imports. What most systems allow is enough for that. */
const enoughFiles = 1024;
/**
 * How much the heap may grow before garbage is collected, in percent of what is in use. Left alone, V8 lets it grow
 * with the memory of the machine, and bodies of 2 MiB that were long dropped take some 200 MiB more.
 */
const heapGrowth = '--heap-growing-percent=40';

/** Runs the command that the arguments of this process name, and sets the exit code of the process. */
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
  // What was given up may still be under way, such as a connection that is being made.
  setTimeout(() => process.exit(), 1000).unref();
}

/** Node ends with 1 where nobody catches an error, and that is said of targets. */
function watchProcess(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      process.exit(exitCodeOf(error));
    });
  }
  // Left alone, a file over the limit on its size ends the process before anything is tidied up; so it is an error.
  process.on('SIGXFSZ', () => undefined);
  process.once('exit', () => {
    if (output.problem === null) return;
    messages.lines(`error: standard output cannot be written: ${systemReason(output.problem)}`);
    if (process.exitCode === undefined || process.exitCode === exitCodes.conforms)
      process.exitCode = exitCodes.usage;
  });
}

/** Loads the command here and not before: libraries ask for the working folder as they are loaded. */
async function load(): Promise<typeof import('./program.ts')> {
  process.cwd();
  // Asked first: there is no room for it afterwards.
  const limit = openFilesLimit();
  try {
    return await import('./program.ts');
  } catch (error) {
    // The loader takes what it could not open for something that is not there.
    if (limit === null || limit >= enoughFiles) throw error;
    throw new UserError(
      `only ${limit} files may be open at a time, too few to load this command: ulimit -n ${enoughFiles}`,
    );
  }
}

/** How many files this process may open; null where the system does not tell. */
function openFilesLimit(): number | null {
  try {
    const [, limit] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}
