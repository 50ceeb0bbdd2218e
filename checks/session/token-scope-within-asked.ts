import { askedScope, scopeBeyond } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** A server may ignore what was asked for as long as it says so (section 3.3): hence no more than advice. */
export const tokenScopeWithinAsked = sessionRule({
  id: 'token.scope.within-asked',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'grants no more scope than was asked for',
  families: ['token.scope.'],
  when: (attempt) => askedScope(attempt) !== null,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'main') !== null,
    judge: (attempt) => scopeBeyond('main', tokenAnswer(attempt, 'main') ?? {}, askedScope(attempt) ?? []),
  },
});
