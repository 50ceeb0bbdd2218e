import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer, wasRefused } from './settled-answer.ts';

/** Takes no access token in the query. */
export const bearerQueryRefused = sessionRule({
  id: 'bearer.query.refused',
  level: 'SHOULD',
  source: { document: 'RFC 6750', section: '2.3' },
  claim: 'takes no access token in the query',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token') && wasRefused(attempt, 'use-nothing'),
  judgement: refuses('use-query'),
});
