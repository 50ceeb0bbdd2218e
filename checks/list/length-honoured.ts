import type { AnswerRule } from '../rule.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { mainRequestBody } from '../read/request-body.ts';

/** Fewer is lawful: there may be no more, and a target may have a limit of its own. */
export const lengthHonoured: AnswerRule = {
  on: 'answer',
  id: 'list.length.honoured',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_list_metadata' },
  claim: 'lists no more clients than the length that was asked for',
  operations: ['oauth_client_list_post'],
  appliesTo: ({ case: testCase, response }) =>
    response.status === 200 &&
    isLength(mainRequestBody(testCase)?.['length']) &&
    Array.isArray(jsonObjectOf(response)?.['entities']),
  judge: ({ case: testCase, response }) => {
    const length = mainRequestBody(testCase)?.['length'];
    const entities = jsonObjectOf(response)?.['entities'];
    if (!isLength(length) || !Array.isArray(entities) || entities.length <= length) return [];
    return [
      { at: '/entities', expected: `at most ${length} entities`, actual: `${entities.length} entities` },
    ];
  },
};

function isLength(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1;
}
