/**
 * Says why no text could be got from a file or stream. The message is a clause without subject, such as
 * `is a folder, not a file`: whoever reports it puts the option and the name before it.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly code = 'UNREADABLE';
}
