/** Thrown for a file that is no trace. The message is one line without the name of the file. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
  readonly code = 'TRACE';
}
