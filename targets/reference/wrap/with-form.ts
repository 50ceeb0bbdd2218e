import type { Call } from '../call.ts';

/** The call with another form body, whatever it came with. */
export function withForm(call: Call, form: URLSearchParams): Call {
  return { ...call, body: Buffer.from(form.toString()) };
}
