import { refreshedScopes } from './refreshed-scopes.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { scopeOf } from './token-answer.ts';

/** A refresh that asks for no scope asks for all of the grant. A server may always give less, and reports it. */
export const refreshScopeKept = sessionRule({
  id: 'refresh.scope.kept',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'keeps the scope of the grant on a refresh that asks for no other',
  families: ['refresh.valid', 'token.redeem'],
  judgement: {
    appliesTo: (attempt) => refreshedScopes(attempt).length > 0,
    judge: (attempt) =>
      refreshedScopes(attempt).flatMap(({ step, refreshed, granted }) => {
        const scopes = scopeOf(refreshed);
        return granted
          .filter((scope) => scopes !== null && !scopes.has(scope))
          .map((scope) => stepViolation(step, `scope "${granted.join(' ')}"`, `not ${scope}`, '/scope'));
      }),
  },
});
