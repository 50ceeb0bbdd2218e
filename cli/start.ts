import { setFlagsFromString } from 'node:v8';
import { exitCodeOfError } from './exit-code-of-error.ts';
import { loadModule } from './load-module.ts';
import { exitCodes, systemReason } from '../run/user-error.ts';
import { messages, output } from '../run/terminal.ts';

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
    // Libraries ask for the working folder as they are loaded.
    process.cwd();
    const { buildProgram } = await loadModule(() => import('./program.ts'));
    await buildProgram((exitCode) => {
      process.exitCode = exitCode;
    }).parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOfError(error);
  }
  // What was given up may still be under way, such as a connection that is being made.
  setTimeout(() => process.exit(), 1000).unref();
}

/** Node ends with 1 where nobody catches an error, and that is said of targets. */
function watchProcess(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      process.exit(exitCodeOfError(error));
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
