import { askedScope, scopeBeyond } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** A server may ignore what was asked for as long as it says so (section 3.3): hence worth knowing, and no more. */
export const tokenScopeWithinAsked = sessionRule({
  id: 'token.scope.within-asked',
  level: 'MAY',
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'grants no more scope than was asked for',
  families: ['token.scope.'],
  when: (attempt) => askedScope(attempt) !== null,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) =>
      scopeBeyond('redeem', tokenAnswer(attempt, 'redeem') ?? {}, askedScope(attempt) ?? []),
  },
});
