import type { AnswerRule } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';
import { isUncommonMethod } from '../read/path-methods.ts';

/** 501 to a method that a server need not know and 503 with Retry-After are answers, not errors of the server. */
export const serverErrorNone: AnswerRule = {
  on: 'answer',
  id: 'robustness.server-error.none',
  level: 'MUST',
  source: { document: 'project', section: 'robustness' },
  claim: 'answers no request with a server error',
  operations: 'all',
  perBreakage: true,
  appliesTo: ({ response }) => !isThrottled(response),
  judge: ({ exchange: { request }, response: { status } }) =>
    status < 500 || (status === 501 && isUncommonMethod(request.method))
      ? []
      : [{ at: 'status', expected: 'no 5xx', actual: String(status) }],
};
