import { types } from 'node:util';

/** Throws a UserError where an option names what there is not. `list` is the option that lists what there is. */
export function refuseUnknown(
  flag: string,
  given: readonly string[],
  known: ReadonlySet<string>,
  list: string,
): void {
  const unknown = given.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new UserError(`${flag}: there is no ${unknown.join(', ')}; see ${list}`);
}

/** Exit codes, for scripts that call the command. They do not change without a version step. */
export const exitCodes = {
  conforms: 0,
  violations: 1,
  usage: 2,
  targetNotDriven: 3,
  internal: 4,
  interrupted: 130,
} as const;

/** Something that the user can put right: printed line by line without a stack, with its exit code. */
export class UserError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}

/** What the system says of an error, without the name of the call and the path, which may be of a file of ours. */
export function systemReason(error: unknown): string {
  const message = types.isNativeError(error) ? error.message : String(error);
  return isSystemError(error) ? (message.split(', ', 1)[0] ?? message) : message;
}

/** The code of an error of the system, such as `ENOENT`; null for any other error. */
export function systemCode(error: unknown): string | null {
  return isSystemError(error) ? error.code : null;
}

/** Told by what it is and not by its class: Jest has one of its own, which errors of the system are not of. */
function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return (
    types.isNativeError(error) && 'syscall' in error && 'code' in error && typeof error.code === 'string'
  );
}
