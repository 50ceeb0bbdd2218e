import type { AnswerRule } from '../rule.ts';
import { hasOddPath } from '../read/has-odd-path.ts';
import { isThrottled } from '../read/is-throttled.ts';
import { singleClientOperations } from '../read/operation-groups.ts';

/** RFC 7592 section 2 says 401; the contract documents 404 by number, and wins. */
export const unknownNotFound: AnswerRule = {
  on: 'answer',
  id: 'client.unknown.not-found',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 404 for a client that does not exist',
  operations: singleClientOperations,
  appliesTo: ({ case: testCase, response, exchange }) =>
    testCase.aspect === 'client-id' &&
    testCase.expectation === 'refuse' &&
    response.status < 500 &&
    !isThrottled(response) &&
    !hasOddPath(exchange.request),
  judge: ({ response: { status } }) =>
    status === 404 ? [] : [{ at: 'status', expected: '404', actual: String(status) }],
};
