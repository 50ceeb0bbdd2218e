import type { AnswerRule } from '../rule.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { show } from '../read/show.ts';

/** The model of the answer is that of errors, so a failure could hide in a success. */
export const answerNotError: AnswerRule = {
  on: 'answer',
  id: 'revoke.answer.not-error',
  level: 'MUST',
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers a revocation with a state other than ERROR',
  operations: ['oauth_revoke_token_post'],
  appliesTo: ({ case: { aspect }, response }) =>
    response.status === 200 && aspect !== 'method' && jsonObjectOf(response) !== null,
  judge: ({ response }) => {
    const state = jsonObjectOf(response)?.['state'];
    return typeof state === 'string' && state.toUpperCase() === 'ERROR'
      ? [{ at: '/state', expected: 'no error in a success', actual: show(state) }]
      : [];
  },
};
