import { defaultScope, scopeBeyond } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** The contract does not say whether the default scopes of a client are also its limit: hence no more than a warning. */
export const tokenScopeWithinDefault = sessionRule({
  id: 'token.scope.within-default',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'grants no scope beyond the default scopes of the client',
  families: ['token.scope.'],
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) => scopeBeyond('redeem', tokenAnswer(attempt, 'redeem') ?? {}, defaultScope(attempt)),
  },
});
