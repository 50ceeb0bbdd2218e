import { unauthorized } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer, wasRefused } from './settled-answer.ts';

/** Refuses a bad token with 401. */
export const bearerInvalidUnauthorized = sessionRule({
  id: 'bearer.invalid.unauthorized',
  level: 'SHOULD',
  source: { document: 'RFC 6750', section: '3.1' },
  claim: 'refuses a bad token with 401',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token') && wasRefused(attempt, 'use-changed'),
  judgement: unauthorized('use-changed', 'use-truncated', 'use-invented'),
});
