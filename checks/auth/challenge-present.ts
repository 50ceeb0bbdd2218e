import type { AnswerRule } from '../rule.ts';
import { headerValues } from '../read/header-values.ts';

/** Any 401, whoever made it: the standard knows no exception. */
export const challengePresent: AnswerRule = {
  on: 'answer',
  id: 'auth.challenge.present',
  level: 'MUST',
  source: { document: 'RFC 9110', section: '15.5.2' },
  claim: 'challenges with WWW-Authenticate where it answers 401',
  operations: 'all',
  appliesTo: ({ response }) => response.status === 401,
  judge: ({ response }) =>
    headerValues(response, 'www-authenticate').some((value) => value.trim() !== '')
      ? []
      : [{ at: 'header WWW-Authenticate', expected: 'a challenge', actual: 'absent' }],
};
