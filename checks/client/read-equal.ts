import { mainStep } from '../../generators/case.ts';
import type { AnswerRule } from '../rule.ts';
import { clientDifferences } from '../read/client-members.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { knownClient } from '../read/known-client.ts';
import { pickPresent } from '../read/pick-present.ts';

/** Members that are missing or mistyped are left to the rule on the schema. */
export const readEqual: AnswerRule = {
  on: 'answer',
  id: 'client.read.equal',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'reads a client as it was registered',
  operations: ['oauth_client_client_id_get'],
  appliesTo: (answered) =>
    answered.response.status === 200 &&
    answered.exchange.request.method === 'GET' &&
    jsonObjectOf(answered.response) !== null &&
    knownClient(answered, mainStep(answered.case)) !== null,
  judge: (answered) => {
    const answer = jsonObjectOf(answered.response) ?? {};
    const known = knownClient(answered, mainStep(answered.case)) ?? {};
    return clientDifferences(pickPresent(known, answer), answer);
  },
};
