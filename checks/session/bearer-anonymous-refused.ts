import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Refuses a request without credentials. */
export const bearerAnonymousRefused = sessionRule({
  id: 'bearer.anonymous.refused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '7' },
  claim: 'refuses a request without credentials',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: refuses('use-nothing'),
});
