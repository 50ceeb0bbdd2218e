import { mainStep } from '../../generators/case.ts';
import type { Answered, AnswerRule } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';

/** A target whose profile declares an operation public gets no such cases. */
export const credentialsRequired: AnswerRule = {
  on: 'answer',
  id: 'auth.credentials.required',
  level: 'MUST',
  source: { document: 'contract', section: 'security' },
  claim: 'answers 401 to a request without valid credentials',
  operations: 'all',
  perBreakage: true,
  appliesTo: ({ case: testCase, response }) =>
    testCase.aspect === 'credentials' &&
    testCase.expectation === 'refuse' &&
    response.status < 500 &&
    !isThrottled(response),
  judge: (answered) => {
    const lawful = lawfulStatuses(answered);
    const { status } = answered.response;
    return lawful.includes(status)
      ? []
      : [{ at: 'status', expected: lawful.join(' or '), actual: String(status) }];
  },
};

/** The contract has no HEAD, so a target may not know it. */
const withoutHead = [401, 404, 405, 501];

/** Credentials that a server may not be able to read at all: of an unknown scheme, malformed, or not in ASCII. */
const unreadable: ReadonlySet<string> = new Set(['header', 'bearer', 'other-scheme', 'basic']);

/** What cannot be read is a bad request as well (RFC 9110 section 15.5.1, RFC 6750 section 3.1). */
function lawfulStatuses({ case: testCase }: Answered): readonly number[] {
  const { credentials, method } = mainStep(testCase).request;
  if (method === 'HEAD') return withoutHead;
  return unreadable.has(credentials.type) ? [401, 400] : [401];
}
