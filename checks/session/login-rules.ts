import type { Rule } from '../rule.ts';
import { loginCallbackNamed } from './login-callback-named.ts';
import { loginDestinationClosed } from './login-destination-closed.ts';
import { loginForwardedHostIgnored } from './login-forwarded-host-ignored.ts';
import { loginLocationNoToken } from './login-location-no-token.ts';
import { loginRequestComplete } from './login-request-complete.ts';
import { loginResponseTypeCode } from './login-response-type-code.ts';
import { loginSessionNotForInvented } from './login-session-not-for-invented.ts';
import { loginStateFresh } from './login-state-fresh.ts';
import { loginStateUnguessable } from './login-state-unguessable.ts';

/** The session rules on the login operations. */
export const loginRules: readonly Rule[] = [
  loginCallbackNamed,
  loginDestinationClosed,
  loginForwardedHostIgnored,
  loginLocationNoToken,
  loginRequestComplete,
  loginResponseTypeCode,
  loginSessionNotForInvented,
  loginStateFresh,
  loginStateUnguessable,
];
