#!/usr/bin/env node
import { exitCodeOf } from './exit-code-of.ts';
import { systemReason } from './system-reason.ts';
import { messages, output } from './terminal.ts';
import { exitCodes } from './user-error.ts';

// Node ends with 1 where nobody catches an error, and that is said of targets.
process.on('uncaughtException', (error) => {
  process.exit(exitCodeOf(error));
});
process.on('unhandledRejection', (error) => {
  process.exit(exitCodeOf(error));
});
process.once('exit', () => {
  if (output.problem === null) return;
  messages.lines(`error: standard output cannot be written: ${systemReason(output.problem)}`);
  if (process.exitCode === undefined || process.exitCode === exitCodes.conforms)
    process.exitCode = exitCodes.usage;
});

try {
  // Loaded here: libraries ask for the working folder as they are loaded, and it may be gone.
  process.cwd();
  const { buildProgram } = await import('./program.ts');
  await buildProgram((exitCode) => {
    process.exitCode = exitCode;
  }).parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
