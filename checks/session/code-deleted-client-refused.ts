import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Redeems no code of a deleted client. */
export const codeDeletedClientRefused = sessionRule({
  id: 'code.deleted-client.refused',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'redeems no code of a deleted client',
  families: ['code.deleted-client'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: refuses('main'),
});
