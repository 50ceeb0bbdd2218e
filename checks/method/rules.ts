import { mainStep } from '../../generators/case.ts';
import { isThrottled } from '../read/answer-kind.ts';
import { headerValues } from '../read/headers.ts';
import { isUncommonMethod, overlappingMethods, pathMethods } from '../read/operations.ts';
import { show } from '../read/show.ts';
import { statusText } from '../read/status-text.ts';
import { toldBy } from '../read/told.ts';
import type { Answered, AnswerRule, Rule } from '../rule.ts';

/** HEAD belongs to GET (RFC 9110 section 9.1), and OPTIONS only asks about the path. */
export const undocumentedRefused: AnswerRule = {
  on: 'answer',
  id: 'method.undocumented.refused',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'paths' },
  claim: 'refuses a method that the contract does not define on the path',
  operations: 'all',
  perBreakage: true,
  appliesTo: (answered) =>
    answered.case.aspect === 'method' && answered.response.status < 500 && !isAllowed(answered),
  judge: ({ exchange, response: { status } }) =>
    status >= 400 ? [] : [{ at: 'status', expected: '405 or another 4xx', actual: statusText(exchange) }],
};

function isAllowed(answered: Answered): boolean {
  const { contract, operation, exchange, response } = answered;
  const methods = pathMethods(contract, operation);
  const { method } = exchange.request;
  if (method === 'OPTIONS') return response.status < 300;
  if (isStandardAuthorize(answered)) return (toldBy(exchange)?.granted ?? []).length === 0;
  return methods.has(method) || (method === 'HEAD' && methods.has('GET'));
}

/**
 * RFC 6749 section 3.1 has GET at the authorization endpoint, which leads to a page or a redirect. The contract's
 * operation is the consent itself, and that must not be given by a link.
 */
function isStandardAuthorize({ operation, exchange: { request } }: Answered): boolean {
  return operation.id === 'oauth_authorize_post' && (request.method === 'GET' || request.method === 'HEAD');
}

/** A request that was accepted violates `method.undocumented.refused` instead. */
export const undocumentedNotAllowed: AnswerRule = {
  on: 'answer',
  id: 'method.undocumented.not-allowed',
  level: 'SHOULD',
  mockLevel: 'validation',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'RFC 9110', section: '9.1' },
  claim: 'answers 405 to a method that the contract does not define on the path',
  operations: 'all',
  appliesTo: (answered) =>
    answered.case.aspect === 'method' &&
    isRefusal(answered) &&
    mainStep(answered.case).request.credentials.type === 'valid' &&
    !isStandardAuthorize(answered) &&
    !hasOwnMeaning(answered),
  judge: ({ exchange: { request }, response: { status } }) =>
    status === 405 || (status === 501 && isUncommonMethod(request.method))
      ? []
      : [{ at: 'status', expected: '405', actual: String(status) }],
};

/** A 4xx or a 501. Rate limiting does not count, and any other 5xx violates a robustness rule. */
function isRefusal({ response }: Answered): boolean {
  if (response.status < 400 || isThrottled(response)) return false;
  return response.status < 500 || response.status === 501;
}

/**
 * OPTIONS has a meaning on every path, and HEAD wherever there is GET. `/oauth/client/list` also matches the client
 * path.
 */
function hasOwnMeaning({ contract, operation, exchange: { request } }: Answered): boolean {
  if (request.method === 'OPTIONS') return true;
  const methods = [pathMethods(contract, operation), overlappingMethods(contract, operation)];
  const asked = request.method === 'HEAD' ? 'GET' : request.method;
  return methods.some((known) => known.has(asked));
}

/** The contract defines no HEAD, but HTTP asks servers to support it wherever they support GET. */
export const headSupported: AnswerRule = {
  on: 'answer',
  id: 'method.head.supported',
  level: 'SHOULD',
  mockLevel: 'validation',
  differenceClass: 'wrong shape',
  needs: [],
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

/** An empty value is allowed: it says that no method is currently allowed (RFC 9110 section 10.2.1). */
export const notAllowedAllow: AnswerRule = {
  on: 'answer',
  id: 'method.not-allowed.allow',
  level: 'MUST',
  mockLevel: 'validation',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 9110', section: '15.5.6' },
  claim: 'names the allowed methods in Allow where it answers 405',
  operations: 'all',
  appliesTo: ({ response }) => response.status === 405,
  judge: ({ response }) =>
    response.headers.has('allow')
      ? []
      : [{ at: 'header Allow', expected: 'the allowed methods', actual: 'absent' }],
};

/** HEAD and OPTIONS are optional. The contract says nothing about paths other than the operation's. */
export const allowExact: AnswerRule = {
  on: 'answer',
  id: 'method.allow.exact',
  level: 'SHOULD',
  mockLevel: 'validation',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 9110', section: '10.2.1' },
  claim: 'allows exactly the methods that the contract defines on the path',
  operations: 'all',
  appliesTo: ({ case: { aspect }, response }) =>
    response.status === 405 && aspect !== 'path' && response.headers.has('allow'),
  judge: (answered) => {
    const { contract, operation, response } = answered;
    const expected = [...pathMethods(contract, operation)];
    const actual = allowed(answered);
    const tolerated = new Set([...expected, ...overlappingMethods(contract, operation), 'HEAD', 'OPTIONS']);
    const isExact =
      expected.every((method) => actual.has(method)) && [...actual].every((method) => tolerated.has(method));
    return isExact
      ? []
      : [
          {
            at: 'header Allow',
            expected: expected.join(', '),
            actual: show(headerValues(response, 'allow').join(', ')),
          },
        ];
  },
};

function allowed({ response }: Answered): ReadonlySet<string> {
  const names = headerValues(response, 'allow').flatMap((value) => value.split(','));
  return new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
}

export const methodRules: readonly Rule[] = [
  undocumentedRefused,
  undocumentedNotAllowed,
  headSupported,
  notAllowedAllow,
  allowExact,
];
