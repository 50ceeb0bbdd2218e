import { types } from 'node:util';
import { didYouMean } from '../spec/names/did-you-mean.ts';

/** Throws a UserError if an option names something that does not exist. `list` is the option that lists what exists. */
export function refuseUnknown(
  flag: string,
  given: readonly string[],
  known: ReadonlySet<string>,
  list: string,
): void {
  const unknown = given.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const named = unknown.map((id) => `${id}${didYouMean(id, known)}`);
  throw new UserError(`${flag}: there is no ${named.join(', ')}; see ${list}`);
}

/** Exit codes, for scripts that call the command. They do not change without a version bump. */
export const exitCodes = {
  conforms: 0,
  violations: 1,
  usage: 2,
  targetNotDriven: 3,
  internal: 4,
  interrupted: 130,
} as const;

/** A problem that the user can fix. It is printed line by line without a stack, and has an exit code. */
export class UserError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}

/** The system's message for an error, without the call's name and the path, which may be one of our own files. */
export function systemReason(error: unknown): string {
  const message = types.isNativeError(error) ? error.message : String(error);
  return isSystemError(error) ? (message.split(', ', 1)[0] ?? message) : message;
}

/** The code of a system error, such as `ENOENT`; null for any other error. */
export function systemCode(error: unknown): string | null {
  return isSystemError(error) ? error.code : null;
}

/**
 * Checked by its properties, not by its class: Jest has its own Error class, and system errors are not instances of it.
 */
function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return (
    types.isNativeError(error) && 'syscall' in error && 'code' in error && typeof error.code === 'string'
  );
}
