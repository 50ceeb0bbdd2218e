import type { Violation } from '../rule.ts';
import { refreshedScopes } from './refreshed-scopes.ts';
import type { RefreshedScope } from './refreshed-scopes.ts';
import { scopeBeyond } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';

/** Measured by what the answer to the grant itself reported. */
export const refreshScopeWithinGrant = sessionRule({
  id: 'refresh.scope.within-grant',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'gives no scope on a refresh that was not granted before',
  families: [
    'refresh.valid',
    'refresh.wider-scope',
    'client.used',
    'token.redeem',
    'token.scope.',
    'generate.',
  ],
  judgement: {
    appliesTo: (attempt) => refreshedScopes(attempt).length > 0,
    judge: (attempt) => refreshedScopes(attempt).flatMap(judge),
  },
});

function judge({ step, refreshed, granted }: RefreshedScope): readonly Violation[] {
  return scopeBeyond(step, refreshed, granted);
}
