import { addedValues, parseRedirect } from '../read/redirect.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { grantedParameters, redirectAnswer } from './redirect-answer.ts';
import { sentTexts } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';

/** The query of the registered URI belongs to the client: nothing of it is dropped or replaced. */
export const authorizeQueryKept = sessionRule({
  id: 'authorize.query.kept',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.1.2' },
  claim: 'keeps the query of the redirect URI and adds the code to it',
  families: ['authorize.query.'],
  judgement: {
    appliesTo: (attempt) => {
      const redirect = redirectAnswer(attempt);
      return redirect !== null && grantedParameters(redirect).length > 0;
    },
    judge,
  },
});

function judge(attempt: Attempt): readonly Violation[] {
  const location = redirectAnswer(attempt)?.location ?? '';
  const [uri = ''] = sentTexts(attempt, 'register', 'redirect_uris');
  const redirect = parseRedirect(location, uri);
  const problems = redirect.lost.map((pair) => `without ${pair}`);
  if (addedValues(redirect, 'code').length !== 1) problems.push('without one code');
  return problems.map((problem) => stepViolation('main', `the query of ${uri}`, problem, 'header location'));
}
