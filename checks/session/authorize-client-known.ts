import { mainStep } from '../../generators/case.ts';
import type { Attempt, Violation } from '../rule.ts';
import { ofMain, stepViolation } from './judgements.ts';
import { goesTo, grantedParameters, redirectAnswer } from './redirect-answer.ts';
import { sentFormValues } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/** Nobody vouches for the redirect URI of a client that does not exist, even where it was one yesterday. */
export const authorizeClientKnown = sessionRule({
  id: 'authorize.client.known',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'redirects nowhere for a client that it does not know',
  families: ['authorize.client.'],
  when: (attempt) => !attempt.exchanges.has('delete') || succeeded(attempt, 'delete'),
  judgement: ofMain(judge),
});

function judge(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null) return [];
  const [sent = ''] = sentFormValues(mainStep(attempt.case), 'redirect_uri');
  return grantedParameters(redirect).length > 0 || goesTo(redirect, sent)
    ? [stepViolation('main', 'no redirect', redirect.location, 'header location')]
    : [];
}
