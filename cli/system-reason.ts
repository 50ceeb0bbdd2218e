/** What the system says of an error, without the name of the call and the path, which may be of a file of ours. */
export function systemReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return isSystemError(error) ? (message.split(', ', 1)[0] ?? message) : message;
}

/** The code of an error of the system, such as `ENOENT`; null for any other error. */
export function systemCode(error: unknown): string | null {
  return isSystemError(error) ? error.code : null;
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
