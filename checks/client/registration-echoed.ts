import type { AnswerRule } from '../rule.ts';
import { acceptedClient } from '../read/accepted-client.ts';
import { clientDifferences } from '../read/client-members.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { pickPresent } from '../read/pick-present.ts';

/** Members that are missing or mistyped are left to the rule on the schema. */
export const registrationEchoed: AnswerRule = {
  on: 'answer',
  id: 'client.registration.echoed',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a registration with the members as they were sent',
  operations: ['oauth_client_post'],
  appliesTo: (answered) => acceptedClient(answered) !== null && jsonObjectOf(answered.response) !== null,
  judge: (answered) => {
    const sent = acceptedClient(answered) ?? {};
    const answer = jsonObjectOf(answered.response) ?? {};
    return clientDifferences(pickPresent(sent, answer), answer);
  },
};
