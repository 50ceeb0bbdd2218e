import type { Login } from '../behaviour.ts';
import type { Call } from '../call.ts';

/** The call with the right credentials, whatever it came with. */
export function withLogin(call: Call, { username, password }: Login): Call {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return { ...call, headers: { ...call.headers, authorization } };
}
