import type { Answered, AnswerRule } from '../rule.ts';
import { headerValues } from '../read/header-values.ts';
import { overlappingMethods, pathMethods } from '../read/path-methods.ts';
import { show } from '../read/show.ts';

/** HEAD and OPTIONS may be there or not. On another path than the operation's the contract says nothing. */
export const allowExact: AnswerRule = {
  on: 'answer',
  id: 'method.allow.exact',
  level: 'SHOULD',
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
