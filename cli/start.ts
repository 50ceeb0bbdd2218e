import { setFlagsFromString } from 'node:v8';
import { exitCodeOfError } from './exit-code-of-error.ts';
import { loadModule } from './load-module.ts';
import { exitCodes, systemReason } from '../run/user-error.ts';
import { whenParentIsGone } from '../run/parent-process.ts';
import { eraseLiveLine, messages, output } from '../run/terminal.ts';

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
    // Libraries ask for the working folder as they are loaded.
    process.cwd();
    const { buildProgram } = await loadModule(() => import('./program.ts'));
    await buildProgram((exitCode) => {
      process.exitCode = exitCode;
    }).parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOfError(error);
  }
  // Work that was abandoned may still be running, such as a connection attempt.
  setTimeout(() => process.exit(), 1000).unref();
}

/** For an uncaught error Node would exit with 1, which is reserved for findings about targets. */
function watchProcess(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      process.exit(exitCodeOfError(error));
    });
  }
  // By default, exceeding the file size limit ends the process before any cleanup. Ignoring the signal turns it into an
  // error.
  process.on('SIGXFSZ', () => undefined);
  whenParentIsGone(() => process.kill(process.pid, 'SIGTERM'));
  process.once('exit', () => {
    eraseLiveLine();
    if (output.problem === null) return;
    messages.lines(`error: standard output cannot be written: ${systemReason(output.problem)}`);
    if (process.exitCode === undefined || process.exitCode === exitCodes.conforms)
      process.exitCode = exitCodes.usage;
  });
}
