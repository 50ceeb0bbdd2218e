import type { Context, Login } from './behaviour.ts';
import type { Call } from './call.ts';
import { Refusal } from './refusal.ts';

/** The challenge of a gateway that takes HTTP Basic (RFC 9110 section 11.6.1). */
export const basicChallenge = 'Basic realm="Intent Gateway Login Required"';

/** Refuses a call whose operation needs credentials and that has none, or wrong ones. */
export function authenticate(call: Call, context: Context): void {
  if (call.operation === null || !context.behaviour.needsCredentials(call.operation)) return;
  const [scheme = '', value = ''] = (call.headers.authorization ?? '').split(/ +(.*)/s);
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

function checkLogin(value: string, { behaviour, login }: Context): void {
  const given = parseLogin(value);
  if (given === null || !behaviour.loginMatches(given, login)) throw loginRefusal();
}

/** User name and password of Basic credentials (RFC 7617 section 2), or null where they are none. */
function parseLogin(value: string): Login | null {
  const text = Buffer.from(value, 'base64').toString();
  const mark = text.indexOf(':');
  return mark < 0 ? null : { username: text.slice(0, mark), password: text.slice(mark + 1) };
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
