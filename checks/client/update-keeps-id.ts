import { mainStep } from '../../generators/case.ts';
import type { Answered, AnswerRule, Violation } from '../rule.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { namesClient } from '../read/known-client.ts';
import { show } from '../read/show.ts';

/** Whatever `client_id` a body names, too: it is no member of the input. */
export const updateKeepsId: AnswerRule = {
  on: 'answer',
  id: 'client.update.keeps-id',
  level: 'MUST',
  source: { document: 'RFC 7592', section: '2.2' },
  claim: 'keeps the id of the client that it updates',
  operations: ['oauth_client_client_id_put'],
  appliesTo: (answered) =>
    answered.response.status === 200 &&
    typeof jsonObjectOf(answered.response)?.['client_id'] === 'string' &&
    answered.slots.has('client.id') &&
    namesClient(mainStep(answered.case), 'client.id'),
  judge,
};

function judge({ response, exchanges, slots }: Answered): readonly Violation[] {
  const expected = slots.get('client.id');
  const readBack = exchanges.get('read-back')?.response ?? null;
  const answers = readBack?.status === 200 ? [response, readBack] : [response];
  return answers
    .map((answer) => jsonObjectOf(answer)?.['client_id'])
    .filter((id) => typeof id === 'string' && id !== expected)
    .map((id) => ({ at: '/client_id', expected: show(expected), actual: show(id) }));
}
