import type { Rule } from '../rule.ts';
import { loginDestinationClosed } from './login-destination-closed.ts';
import { loginLocationNoToken } from './login-location-no-token.ts';
import { loginRequestComplete } from './login-request-complete.ts';
import { loginSessionNotForInvented } from './login-session-not-for-invented.ts';
import { loginStateFresh } from './login-state-fresh.ts';
import { loginStateUnguessable } from './login-state-unguessable.ts';

/** The session rules on the login operations. */
export const loginRules: readonly Rule[] = [
  loginDestinationClosed,
  loginLocationNoToken,
  loginRequestComplete,
  loginSessionNotForInvented,
  loginStateFresh,
  loginStateUnguessable,
];
