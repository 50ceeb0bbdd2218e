import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** One of the two families deletes a client first, the other makes an id up. */
export const clientUpdateCreatesNothing = sessionRule({
  id: 'client.update.creates-nothing',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'creates nothing for an id that does not exist',
  families: ['client.update-unknown.'],
  when: ({ exchanges }) => (exchanges.get('delete')?.response?.status ?? 200) < 400,
  judgement: refuses('main', 'read-back'),
});
