/** Thrown in place of sending a request that names what is not ours. The message is one line without any secret. */
export class WithheldRequest extends Error {
  override readonly name = 'WithheldRequest';
}
