import { CommanderError } from 'commander';
import { explainError } from '../run/explain-error.ts';
import { messages } from '../run/terminal.ts';
import { exitCodes } from '../run/user-error.ts';

/** Prints what went wrong and returns the exit code. Commander has printed its own errors by then. */
export function exitCodeOfError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.conforms : exitCodes.usage;
  const { lines, exitCode } = explainError(error);
  messages.lines(...lines);
  return exitCode;
}
