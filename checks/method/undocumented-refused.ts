import type { Answered, AnswerRule } from '../rule.ts';
import { pathMethods } from '../read/path-methods.ts';

/** HEAD goes with GET (RFC 9110 section 9.1), and OPTIONS asks about the path only. */
export const undocumentedRefused: AnswerRule = {
  on: 'answer',
  id: 'method.undocumented.refused',
  level: 'MUST',
  source: { document: 'contract', section: 'paths' },
  claim: 'refuses a method that the contract does not define on the path',
  operations: 'all',
  perBreakage: true,
  appliesTo: (answered) =>
    answered.case.aspect === 'method' && answered.response.status < 500 && !isAllowed(answered),
  judge: ({ response: { status } }) =>
    status >= 400 ? [] : [{ at: 'status', expected: '405 or another 4xx', actual: String(status) }],
};

function isAllowed({ contract, operation, exchange: { request }, response }: Answered): boolean {
  const methods = pathMethods(contract, operation);
  if (request.method === 'OPTIONS') return response.status < 300;
  return methods.has(request.method) || (request.method === 'HEAD' && methods.has('GET'));
}
