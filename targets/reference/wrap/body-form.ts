import type { Call } from '../call.ts';

/** The parameters of a call's form body, leniently decoded. */
export function bodyForm(call: Call): URLSearchParams {
  return new URLSearchParams(Buffer.from(call.body).toString());
}
