import type { Answered, AnswerRule } from '../rule.ts';
import { pathMethods } from '../read/path-methods.ts';

/** The contract has no HEAD; every server of HTTP is asked to have it where it has GET. */
export const headSupported: AnswerRule = {
  on: 'answer',
  id: 'method.head.supported',
  level: 'SHOULD',
  source: { document: 'RFC 9110', section: '9.1' },
  claim: 'knows HEAD on a path that has GET',
  operations: 'all',
  appliesTo: (answered) => isHead(answered) && answered.response.status !== 401,
  judge: ({ response: { status } }) =>
    status === 405 || status === 501
      ? [{ at: 'status', expected: 'that of GET', actual: String(status) }]
      : [],
};

function isHead({ case: { aspect }, contract, operation, exchange: { request } }: Answered): boolean {
  return aspect === 'method' && request.method === 'HEAD' && pathMethods(contract, operation).has('GET');
}
