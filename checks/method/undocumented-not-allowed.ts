import { mainStep } from '../../generators/case.ts';
import type { Answered, AnswerRule } from '../rule.ts';
import { isThrottled } from '../read/is-throttled.ts';
import { isUncommonMethod, overlappingMethods, pathMethods } from '../read/path-methods.ts';

/** A request that was accepted violates `method.undocumented.refused` instead. */
export const undocumentedNotAllowed: AnswerRule = {
  on: 'answer',
  id: 'method.undocumented.not-allowed',
  level: 'SHOULD',
  source: { document: 'RFC 9110', section: '9.1' },
  claim: 'answers 405 to a method that the contract does not define on the path',
  operations: 'all',
  appliesTo: (answered) =>
    answered.case.aspect === 'method' &&
    isRefusal(answered) &&
    mainStep(answered.case).request.credentials.type === 'valid' &&
    !hasOwnMeaning(answered),
  judge: ({ exchange: { request }, response: { status } }) =>
    status === 405 || (status === 501 && isUncommonMethod(request.method))
      ? []
      : [{ at: 'status', expected: '405', actual: String(status) }],
};

/** A 4xx, or 501; not a limited rate, and not another 5xx, which violates a rule on robustness. */
function isRefusal({ response }: Answered): boolean {
  if (response.status < 400 || isThrottled(response)) return false;
  return response.status < 500 || response.status === 501;
}

/** OPTIONS and HEAD have a meaning on every path, and `/oauth/client/list` is a path of a client as well. */
function hasOwnMeaning({ contract, operation, exchange: { request } }: Answered): boolean {
  if (request.method === 'OPTIONS') return true;
  const methods = [pathMethods(contract, operation), overlappingMethods(contract, operation)];
  const asked = request.method === 'HEAD' ? 'GET' : request.method;
  return methods.some((known) => known.has(asked));
}
