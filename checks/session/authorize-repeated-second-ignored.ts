import type { Attempt, Violation } from '../rule.ts';
import { mainStep } from '../../generators/case.ts';
import { ofMain, stepViolation } from './judgements.ts';
import { goesTo, redirectAnswer } from './redirect-answer.ts';
import { sentFormValues } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';

/** That the request is refused as a whole is another rule's claim; this one is about the harm if it is not. */
export const authorizeRepeatedSecondIgnored = sessionRule({
  id: 'authorize.repeated.second-ignored',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'does not act on the second value of a parameter',
  families: ['authorize.repeated.'],
  judgement: ofMain(judge),
});

function judge(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null) return [];
  const main = mainStep(attempt.case);
  const [, uri] = sentFormValues(main, 'redirect_uri');
  const [, state] = sentFormValues(main, 'state');
  const [, responseType] = sentFormValues(main, 'response_type');
  const acted = [
    uri !== undefined && goesTo(redirect, uri) ? 'the second redirect_uri' : null,
    state !== undefined && redirect.query.getAll('state').includes(state) ? 'the second state' : null,
    responseType !== undefined && redirect.location.includes('access_token=')
      ? 'the second response_type'
      : null,
  ];
  return acted
    .filter((what) => what !== null)
    .map((what) => stepViolation('main', 'a refusal', what, 'header location'));
}
