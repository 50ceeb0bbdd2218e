import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** A target may keep the clients of generated tokens to itself; one that shows them has to let go of them, too. */
export const generateClientManageable = sessionRule({
  id: 'generate.client.manageable',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'makes a client that is updated and deleted like any that can be read',
  families: ['generate.updated', 'generate.deleted'],
  when: (attempt) => succeeded(attempt, 'read'),
  judgement: accepts('main'),
});
