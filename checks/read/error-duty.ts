import type { Answered } from '../rule.ts';
import { hasOddPath } from './has-odd-path.ts';
import { isGatewayLevel } from './is-gateway-level.ts';
import { isThrottled } from './is-throttled.ts';
import { isLogin } from './operation-groups.ts';

/**
 * Who answers for the form of an error: the `operation`, which owes the documented envelope, or a `gateway` before
 * it, which is only expected to use it.
 */
export type ErrorDuty = 'operation' | 'gateway';

/** Statuses that servers and proxies make on their own, before an application sees the request. */
const gatewayStatuses: ReadonlySet<number> = new Set([405, 408, 413, 414, 421, 429, 431]);

/** Who answers for the form of this answer, or null where it is no error with a body or only sheds load. */
export function errorDuty(answered: Answered): ErrorDuty | null {
  const { status } = answered.response;
  if (status < 400 || answered.exchange.request.method === 'HEAD') return null;
  if (isThrottled(answered.response)) return null;
  if (status >= 500 || gatewayStatuses.has(status) || isGatewayLevel(answered.case)) return 'gateway';
  // Only the token operation documents a 401 of its own, for the authentication of the client.
  if (status === 401 && answered.operation.id !== 'oauth_token_post') return 'gateway';
  if (hasOddPath(answered.exchange.request)) return 'gateway';
  switch (answered.case.expectation) {
    case 'refuse':
    case 'either':
      return 'operation';
    case 'accept':
      // The logins may refuse anything where the target has no identity provider, with an envelope.
      return isLogin(answered.operation.id) ? 'operation' : 'gateway';
    case 'clean':
      return 'gateway';
  }
}
