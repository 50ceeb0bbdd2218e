#!/usr/bin/env node
import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { exitCodes, UserError } from './user-error.ts';

try {
  await buildProgram((exitCode) => {
    process.exitCode = exitCode;
  }).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong: what the user can put right in plain lines, what is our fault with where it happened. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.conforms : exitCodes.usage;
  if (error instanceof UserError) {
    for (const line of error.message.split('\n')) process.stderr.write(`error: ${line}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? `${error.message} (${originOf(error)})` : String(error);
  process.stderr.write(`internal error: ${text}\nPlease report it with the command that you gave.\n`);
  return exitCodes.internal;
}

/** The first place of ours in a stack, without the machine's paths. */
function originOf(error: Error): string {
  const [, ...places] = (error.stack ?? '').split('/dist/');
  return places.flatMap((text) => /^[^\s:)]+:\d+/.exec(text) ?? [])[0] ?? 'unknown place';
}
