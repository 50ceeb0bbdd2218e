import { stepViolation } from './judgements.ts';
import { askedScope, defaultScope } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';
import { scopeOf, tokenAnswer } from './token-answer.ts';

/** That is what the contract's `default_scopes` are for. */
export const tokenScopeDefaultApplied = sessionRule({
  id: 'token.scope.default-applied',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'grants all default scopes of the client where none is asked for',
  families: ['token.scope.omitted'],
  when: (attempt) => askedScope(attempt) === null,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) => {
      const granted = scopeOf(tokenAnswer(attempt, 'redeem') ?? {});
      return defaultScope(attempt)
        .filter((scope) => granted?.has(scope) === false)
        .map((scope) => stepViolation('redeem', `scope ${scope}`, 'absent', '/scope'));
    },
  },
});
