import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Makes a client that is not found after its deletion. */
export const generateClientDeletable = sessionRule({
  id: 'generate.client.deletable',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_delete' },
  claim: 'makes a client that is not found after its deletion',
  families: ['generate.deleted'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: refuses('read-back'),
});
