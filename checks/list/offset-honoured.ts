import type { AnswerRule } from '../rule.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { mainRequestBody } from '../read/request-body.ts';

/** More clients than any target has. */
const beyondAll = 1_000_000;

/** Where a page begins that is not beyond the end is what sessions look at. */
export const offsetHonoured: AnswerRule = {
  on: 'answer',
  id: 'list.offset.honoured',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_client_list_metadata' },
  claim: 'lists nobody at an offset beyond the last client',
  operations: ['oauth_client_list_post'],
  appliesTo: ({ case: testCase, response }) =>
    response.status === 200 &&
    Number(mainRequestBody(testCase)?.['offset']) >= beyondAll &&
    Array.isArray(jsonObjectOf(response)?.['entities']),
  judge: ({ response }) => {
    const entities = jsonObjectOf(response)?.['entities'];
    return !Array.isArray(entities) || entities.length === 0
      ? []
      : [{ at: '/entities', expected: 'no entity', actual: `${entities.length} entities` }];
  },
};
