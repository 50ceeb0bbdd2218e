/** A mock that could not be installed, started or driven. The message is one line for the reader. */
export class ZooError extends Error {
  readonly code = 'ZOO';
}
