import type { HttpResponse } from '../../driver/exchange.ts';
import { mainStep } from '../../generators/case.ts';
import type { Answered, AnswerRule } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';
import { namesClient, stepNamed } from '../read/known-client.ts';

/** Both to reading it back and to deleting it again. */
export const deletionFinal: AnswerRule = {
  on: 'answer',
  id: 'client.deletion.final',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'deletes a client so that it is not found any more',
  operations: ['oauth_client_client_id_delete'],
  appliesTo: (answered) =>
    answered.response.status >= 200 &&
    answered.response.status < 300 &&
    answered.case.aspect !== 'method' &&
    namesClient(mainStep(answered.case), 'client.id') &&
    laterAnswers(answered).length > 0,
  judge: (answered) =>
    laterAnswers(answered)
      .filter(([, { status }]) => status !== 404)
      .map(([name, { status }]) => ({
        at: 'status',
        expected: `404 to the ${name}`,
        actual: String(status),
      })),
};

/** What the client's id was answered with afterwards; a 5xx and a limited rate tell nothing of the client. */
function laterAnswers({ case: testCase, exchanges }: Answered): readonly (readonly [string, HttpResponse])[] {
  return ['read-back', 'replay'].flatMap((name) => {
    const step = stepNamed(testCase, name);
    const response = exchanges.get(name)?.response ?? null;
    if (step === undefined || response === null || !namesClient(step, 'client.id')) return [];
    return response.status >= 500 || isThrottled(response) ? [] : [[name, response] as const];
  });
}
