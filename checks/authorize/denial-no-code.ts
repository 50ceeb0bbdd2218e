import type { AnswerRule } from '../rule.ts';
import { confirms, redirectUriOf } from '../read/authorization.ts';
import { headerValues } from '../read/header-values.ts';
import { addedValues, fragmentParameters, parseRedirect } from '../read/redirect.ts';

/** Whether it redirects with an error or refuses, and wherever it redirects. */
export const denialNoCode: AnswerRule = {
  on: 'answer',
  id: 'authorize.denial.no-code',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'grants no code to a user who says no',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => answered.case.aspect !== 'method' && confirms(answered, 'no'),
  judge: (answered) => {
    const location = headerValues(answered.response, 'location')[0] ?? '';
    const redirect = parseRedirect(location, redirectUriOf(answered) ?? '');
    const codes = [...addedValues(redirect, 'code'), ...fragmentParameters(redirect.fragment).getAll('code')];
    return codes.some((code) => code !== '')
      ? [{ at: 'header Location', expected: 'no code', actual: 'a code' }]
      : [];
  },
};
