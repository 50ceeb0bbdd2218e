/** Thrown for a request that HTTP/1.1 cannot express, or that comes after `close`. Never the target's fault. */
export class UnsendableRequest extends Error {
  override readonly name = 'UnsendableRequest';
  readonly code = 'UNSENDABLE_REQUEST';
}
