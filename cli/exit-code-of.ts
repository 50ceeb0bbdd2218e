import { CommanderError } from 'commander';
import { exitCodes, systemCode, systemReason, UserError } from '../run/user-error.ts';
import { messages } from '../run/terminal.ts';

/** Errors of the system that say nothing of the target nor of this suite, but of where it runs: what to do about them. */
const surroundings: Readonly<Record<string, { readonly advice: string; readonly exitCode: number }>> = {
  ENOSPC: { advice: 'make room and run it again', exitCode: exitCodes.targetNotDriven },
  EDQUOT: { advice: 'make room and run it again', exitCode: exitCodes.targetNotDriven },
  EFBIG: { advice: 'raise the file size limit (ulimit -f)', exitCode: exitCodes.targetNotDriven },
  EACCES: { advice: 'check the permissions', exitCode: exitCodes.usage },
  EIO: { advice: 'check the disk', exitCode: exitCodes.targetNotDriven },
  EROFS: { advice: 'name a writable folder', exitCode: exitCodes.usage },
  EMFILE: { advice: 'raise the limit on open files (ulimit -n)', exitCode: exitCodes.usage },
  ENFILE: { advice: 'raise the limit on open files of the system', exitCode: exitCodes.usage },
};

/**
 * Says what went wrong and gives the exit code: what the user can put right in plain lines, what is our fault with where
 * it happened. Never 1, which is said of targets.
 */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.conforms : exitCodes.usage;
  if (error instanceof UserError) {
    messages.lines(...error.message.split('\n').map((line) => `error: ${line}`));
    return error.exitCode;
  }
  if (isWithoutFolder(error)) {
    messages.lines('error: the working folder is gone; change to one that exists');
    return exitCodes.usage;
  }
  const surrounding = surroundings[codeIn(error) ?? ''];
  if (surrounding !== undefined) {
    messages.lines(`error: ${systemReason(deepest(error))}; ${surrounding.advice}`);
    return surrounding.exitCode;
  }
  const text = error instanceof Error ? `${error.message} (${originOf(error)})` : String(error);
  messages.lines(`internal error: ${text}`, 'Please report it with the command that you gave.');
  return exitCodes.internal;
}

function isWithoutFolder(error: unknown): boolean {
  return systemCode(error) === 'ENOENT' && error instanceof Error && error.message.includes('uv_cwd');
}

/** The code of the error, or of what it was caused by. */
function codeIn(error: unknown): string | null {
  return systemCode(deepest(error));
}

function deepest(error: unknown): unknown {
  return error instanceof Error && systemCode(error) === null && error.cause !== undefined
    ? deepest(error.cause)
    : error;
}

/** The first place of ours in a stack, without the machine's paths. */
function originOf(error: Error): string {
  const [, ...places] = (error.stack ?? '').split('/dist/');
  return places.flatMap((text) => /^[^\s:)]+:\d+/.exec(text) ?? [])[0] ?? 'unknown place';
}
