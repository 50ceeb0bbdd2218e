import { types } from 'node:util';

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
