import type { Call } from '../call.ts';

/** The body of a call as JSON, or undefined where it is none. */
export function bodyJson(call: Call): unknown {
  try {
    return JSON.parse(Buffer.from(call.body).toString());
  } catch {
    return undefined;
  }
}
