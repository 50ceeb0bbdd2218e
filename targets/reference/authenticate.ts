import type { Context } from './behaviour.ts';
import type { Call } from './call.ts';
import { Refusal } from './refusal.ts';
import { splitAt } from './read-pairs.ts';

/** The challenge of a gateway that accepts HTTP Basic (RFC 9110 section 11.6.1). */
export const basicChallenge = 'Basic realm="Intent Gateway Login Required"';

/** Refuses a call without credentials, or with wrong ones. */
export function authenticate(call: Call, context: Context): void {
  const { authorization } = call.headers;
  if (authorization === undefined) throw loginRefusal();
  const [scheme, rest] = splitAt(authorization, ' ');
  const value = rest.trimStart();
  switch (scheme.toLowerCase()) {
    case 'basic':
      checkLogin(value, context);
      return;
    case 'bearer':
      checkToken(value, context);
      return;
    default:
      throw loginRefusal();
  }
}

/** Basic credentials are user name and password, joined by a colon (RFC 7617 section 2). */
function checkLogin(value: string, { behaviour, login }: Context): void {
  const [username, password] = splitAt(Buffer.from(value, 'base64').toString(), ':');
  if (!behaviour.loginMatches({ username, password }, login)) throw loginRefusal();
}

function checkToken(value: string, { store, behaviour }: Context): void {
  if (!behaviour.takesBearer) throw loginRefusal();
  const token = store.tokens.get(value);
  if (token === undefined || !behaviour.opensGateway(token)) {
    throw tokenRefusal('BEARER_TOKEN_BAD_SIGNATURE', 'The token is not known.');
  }
  if (behaviour.isExpired(token)) throw tokenRefusal('BEARER_TOKEN_EXPIRED', 'The token has expired.');
}

function loginRefusal(): Refusal {
  return new Refusal(401, 'AUTHENTICATION_REQUIRED', 'Authentication required.', {
    'WWW-Authenticate': basicChallenge,
  });
}

/** RFC 6750 section 3.1. */
function tokenRefusal(reason: string, message: string): Refusal {
  return new Refusal(401, reason, message, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
}
