import { mainStep } from '../../generators/case.ts';
import type { AnswerRule } from '../rule.ts';
import { clientDifferences } from '../read/client-members.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { knownClient } from '../read/known-client.ts';
import { pickPresent } from '../read/pick-present.ts';

/** An answer without a client in it is left to the rule on the schema: older builds document none. */
export const deletionEchoed: AnswerRule = {
  on: 'answer',
  id: 'client.deletion.echoed',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a deletion with the client that was deleted',
  operations: ['oauth_client_client_id_delete'],
  appliesTo: (answered) =>
    answered.response.status === 200 &&
    answered.case.aspect !== 'method' &&
    jsonObjectOf(answered.response) !== null &&
    knownClient(answered, mainStep(answered.case)) !== null,
  judge: (answered) => {
    const answer = jsonObjectOf(answered.response) ?? {};
    const known = knownClient(answered, mainStep(answered.case)) ?? {};
    return clientDifferences(pickPresent(known, answer), answer);
  },
};
