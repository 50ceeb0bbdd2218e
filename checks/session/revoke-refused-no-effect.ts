import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer, wasRefused } from './settled-answer.ts';

/** Ends no token for a caller without credentials. */
export const revokeRefusedNoEffect = sessionRule({
  id: 'revoke.refused.no-effect',
  level: 'MUST',
  source: { document: 'contract', section: 'security' },
  claim: 'ends no token for a caller without credentials',
  families: ['revoke.anonymous'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && wasRefused(attempt, 'main'),
  judgement: authenticates('use-token'),
});
