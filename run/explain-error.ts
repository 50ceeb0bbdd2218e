import { exitCodes, systemCode, systemReason, UserError } from './user-error.ts';

/** System errors that are caused by neither the target nor this suite, but by the environment, with advice for each. */
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

/** An error as its reader needs it. */
export interface ExplainedError {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/**
 * What to print for an error, and the exit code. Problems that the user can fix are plain lines, our own faults have
 * their location. The exit code is never 1, which is reserved for findings about targets.
 */
export function explainError(error: unknown): ExplainedError {
  if (error instanceof UserError) {
    const lines = error.message.split('\n').map((line) => `error: ${line}`);
    return { lines, exitCode: error.exitCode };
  }
  if (isWithoutFolder(error)) {
    const line = 'error: the working folder is gone; change to one that exists';
    return { lines: [line], exitCode: exitCodes.usage };
  }
  const surrounding = surroundings[codeIn(error) ?? ''];
  if (surrounding !== undefined) {
    const line = `error: ${systemReason(deepest(error))}; ${surrounding.advice}`;
    return { lines: [line], exitCode: surrounding.exitCode };
  }
  const text = error instanceof Error ? `${error.message} (${originOf(error)})` : String(error);
  return {
    lines: [`internal error: ${text}`, 'Please report it with the command that you gave.'],
    exitCode: exitCodes.internal,
  };
}

function isWithoutFolder(error: unknown): boolean {
  return systemCode(error) === 'ENOENT' && error instanceof Error && error.message.includes('uv_cwd');
}

/** The system error code of an error, or of its cause. */
function codeIn(error: unknown): string | null {
  return systemCode(deepest(error));
}

function deepest(error: unknown): unknown {
  return error instanceof Error && systemCode(error) === null && error.cause !== undefined
    ? deepest(error.cause)
    : error;
}

/** The first location in the stack within this package, without the machine's paths. */
function originOf(error: Error): string {
  const [, ...places] = (error.stack ?? '').split('/dist/');
  return places.flatMap((text) => /^[^\s:)]+:\d+/.exec(text) ?? [])[0] ?? 'unknown place';
}
