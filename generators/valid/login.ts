import fc from 'fast-check';
import type { Family } from '../family.ts';
import { buildRequest } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { mainRequestStep } from '../setup/setup-steps.ts';
import { redirectUri } from '../text/redirect-uri.ts';
import { ordinaryText } from '../text/text.ts';
import { validFamily } from './valid-family.ts';
import { inTurn } from '../text/in-turn.ts';

/**
 * Valid starts of a login. A target without an identity provider refuses them. The contract does not say how
 * undescribed parameters are treated, but they must not decide where the user is sent.
 */
export function loginFamilies(operation: 'oauth_idp_login_get' | 'oauth_adfs_login_get'): readonly Family[] {
  const steps = (query: readonly Pair[]) => [mainRequestStep(operation, buildRequest(operation, { query }))];
  const targets = inTurn('next', 'redirect_uri', 'RelayState', 'target', 'url');
  return [
    validFamily({
      operation,
      name: 'plain',
      expectation: 'either',
      enough: 1,
      steps: fc.constant(steps([])),
    }),
    validFamily({
      operation,
      name: 'unknown-redirect',
      expectation: 'either',
      enough: 20,
      steps: fc.tuple(targets, redirectUri).map((pair) => steps([pair])),
    }),
    validFamily({
      operation,
      name: 'unknown-parameter',
      expectation: 'either',
      enough: 20,
      steps: ordinaryText({ min: 1 }).map((value) => steps([['x_conformance', value]])),
    }),
  ];
}
