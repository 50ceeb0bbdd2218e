import type { AnswerRule } from '../rule.ts';

/** An empty value is lawful: it says that no method is allowed now (RFC 9110 section 10.2.1). */
export const notAllowedAllow: AnswerRule = {
  on: 'answer',
  id: 'method.not-allowed.allow',
  level: 'MUST',
  source: { document: 'RFC 9110', section: '15.5.6' },
  claim: 'names the allowed methods in Allow where it answers 405',
  operations: 'all',
  appliesTo: ({ response }) => response.status === 405,
  judge: ({ response }) =>
    response.headers.has('allow')
      ? []
      : [{ at: 'header Allow', expected: 'the allowed methods', actual: 'absent' }],
};
