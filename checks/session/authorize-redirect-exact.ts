import type { Attempt, Violation } from '../rule.ts';
import { ofMain, stepViolation } from './judgements.ts';
import { goesTo, grantedParameters, hostOf, redirectAnswer } from './redirect-answer.ts';
import { mainStep } from '../../generators/case.ts';
import { sentFormValues, sentTexts } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded } from './settled-answer.ts';

/**
 * Compared as text (RFC 3986 section 6.2.1). A redirect to the registered URI with an error, or to a page of the
 * target's own, is not the attacker's and so is left alone; a code never is.
 */
export const authorizeRedirectExact = sessionRule({
  id: 'authorize.redirect.exact',
  level: 'MUST',
  source: { document: 'BCP 240', section: '4.1.3' },
  claim: 'redirects to no URI but exactly a registered one',
  families: ['authorize.redirect.'],
  when: (attempt) => !attempt.exchanges.has('update') || succeeded(attempt, 'update'),
  judgement: ofMain(judge),
});

function judge(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null) return [];
  const granted = grantedParameters(redirect);
  if (granted.length > 0) return [stepViolation('main', 'no code', granted.join(', '), 'header location')];
  const [sent = ''] = sentFormValues(mainStep(attempt.case), 'redirect_uri');
  const registered = sentTexts(
    attempt,
    attempt.exchanges.has('update') ? 'update' : 'register',
    'redirect_uris',
  );
  if (registered.some((uri) => goesTo(redirect, uri))) return [];
  const host = hostOf(redirect.location);
  const isSent =
    goesTo(redirect, sent) ||
    (host !== null && host === hostOf(sent) && !registered.some((uri) => hostOf(uri) === host));
  return isSent
    ? [stepViolation('main', `no redirect to ${sent}`, redirect.location, 'header location')]
    : [];
}
