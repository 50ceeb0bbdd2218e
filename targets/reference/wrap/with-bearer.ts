import type { Call } from '../call.ts';

/** The call with a Bearer token, whatever it came with. */
export function withBearer(call: Call, token: string): Call {
  return { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } };
}
