import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Refreshes nothing for a deleted client. */
export const refreshDeletedClientRefused = sessionRule({
  id: 'refresh.deleted-client.refused',
  level: 'SHOULD',
  source: { document: 'RFC 7592', section: '2.3' },
  claim: 'refreshes nothing for a deleted client',
  families: ['refresh.deleted-client'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: refuses('main'),
});
