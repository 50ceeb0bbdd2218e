import { accepts } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** A MUST for one comparison with `==`, by the cases of the operation; the rest of FIQL a target may lack. */
export const listFilterAccepted = sessionRule({
  id: 'list.filter.accepted',
  level: 'SHOULD',
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'takes every operator of FIQL in a filter by name',
  families: ['list.filtered.'],
  when: (attempt) => attempt.slots.has('client.id'),
  judgement: accepts('main'),
});
