import { askedScope, scopeBeyond } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** RFC 6749 section 3.3 lets a server ignore what was asked for as long as it says so: hence no more than a warning. */
export const tokenScopeWithinAsked = sessionRule({
  id: 'token.scope.within-asked',
  level: 'SHOULD',
  source: { document: 'BCP 240', section: '2.3' },
  claim: 'grants no more scope than was asked for',
  families: ['token.scope.'],
  when: (attempt) => askedScope(attempt) !== null,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) =>
      scopeBeyond('redeem', tokenAnswer(attempt, 'redeem') ?? {}, askedScope(attempt) ?? []),
  },
});
