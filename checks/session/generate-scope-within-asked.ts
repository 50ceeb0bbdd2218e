import type { Attempt } from '../rule.ts';
import { scopeBeyond } from './scope-difference.ts';
import { sentTexts } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** The client of such a token has no defaults to go by. None asked for may stand for what the target gives to all. */
export const generateScopeWithinAsked = sessionRule({
  id: 'generate.scope.within-asked',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'generates no token of more scope than was asked for',
  families: ['generate.scope.'],
  when: (attempt) => asked(attempt).length > 0,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'main') !== null,
    judge: (attempt) => scopeBeyond('main', tokenAnswer(attempt, 'main') ?? {}, asked(attempt)),
  },
});

function asked(attempt: Attempt): readonly string[] {
  return sentTexts(attempt, 'main', 'scopes');
}
