import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Takes the scheme in any case. */
export const bearerSchemeCaseInsensitive = sessionRule({
  id: 'bearer.scheme.case-insensitive',
  level: 'MUST',
  source: { document: 'RFC 9110', section: '11.1' },
  claim: 'takes the scheme in any case',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: accepts('use-lower-case', 'use-upper-case'),
});
