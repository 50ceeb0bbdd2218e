import { headerValues } from '../read/header-values.ts';
import type { AnswerRule } from '../rule.ts';

/** A reader may wait for a body of that length. */
export const contentLengthNotWith204: AnswerRule = {
  on: 'answer',
  id: 'header.content-length.not-with-204',
  level: 'SHOULD',
  source: { document: 'RFC 9110', section: '8.6' },
  claim: 'sends no Content-Length with a 204',
  operations: 'all',
  appliesTo: ({ response: { status } }) => status === 204,
  judge: ({ response }) =>
    headerValues(response, 'content-length').map((length) => ({
      at: 'header content-length',
      expected: 'absent',
      actual: length,
    })),
};
