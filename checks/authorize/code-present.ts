import type { Answered, AnswerRule, Violation } from '../rule.ts';
import { isGrant, redirectOf } from '../read/authorization.ts';
import { addedValues, fragmentParameters } from '../read/redirect.ts';

/** A redirect with an error instead is lawful where the request may be refused. */
export const codePresent: AnswerRule = {
  on: 'answer',
  id: 'authorize.code.present',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'grants exactly one code, in the query and never in the fragment',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => isGrant(answered) && redirectOf(answered) !== null && !isLawfulError(answered),
  judge,
};

function judge(answered: Answered): readonly Violation[] {
  const redirect = redirectOf(answered);
  if (redirect === null) return [];
  const at = 'header Location';
  const codes = addedValues(redirect, 'code');
  const isOne = codes.length === 1 && codes[0] !== '';
  const inFragment = fragmentParameters(redirect.fragment).has('code');
  return [
    ...(isOne ? [] : [{ at, expected: 'one code in the query', actual: `${codes.filter(Boolean).length}` }]),
    ...(inFragment ? [{ at, expected: 'no code in the fragment', actual: 'one' }] : []),
  ];
}

function isLawfulError(answered: Answered): boolean {
  const redirect = redirectOf(answered);
  return (
    answered.case.expectation === 'either' && redirect !== null && addedValues(redirect, 'error').length > 0
  );
}
