import { unauthorized } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded, takesBearer } from './settled-answer.ts';

/** Ends the access tokens of a deleted client. */
export const bearerDeletedClientRefused = sessionRule({
  id: 'bearer.deleted-client.refused',
  level: 'SHOULD',
  source: { document: 'RFC 7592', section: '2.3' },
  claim: 'ends the access tokens of a deleted client',
  families: ['bearer.deleted-client', 'generate.deleted'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: unauthorized('use-token', 'use-later'),
});
