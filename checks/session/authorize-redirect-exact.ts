import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { goesTo, grantedParameters, hostOf, redirectAnswer } from './redirect-answer.ts';
import { stepNamed } from '../read/known-client.ts';
import { sentFormValues, sentTexts } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer, succeeded } from './settled-answer.ts';

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
  judgement: { appliesTo: (attempt) => settledAnswer(attempt, stepOf(attempt)) !== null, judge },
});

/** The authorization is the main step, but for clients whose registration may lawfully be refused. */
function stepOf({ exchanges }: Attempt): string {
  return exchanges.has('authorize') ? 'authorize' : 'main';
}

function judge(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt, stepOf(attempt));
  if (redirect === null) return [];
  const granted = grantedParameters(redirect);
  if (granted.length > 0)
    return [stepViolation(stepOf(attempt), 'no code', granted.join(', '), 'header location')];
  const [sent = ''] = sentFormValues(stepNamed(attempt.case, stepOf(attempt)), 'redirect_uri');
  const registered = registeredUris(attempt);
  if (registered.some((uri) => goesTo(redirect, uri))) return [];
  const host = hostOf(redirect.location);
  const isSent =
    goesTo(redirect, sent) ||
    (host !== null && host === hostOf(sent) && !registered.some((uri) => hostOf(uri) === host));
  return isSent
    ? [stepViolation(stepOf(attempt), `no redirect to ${sent}`, redirect.location, 'header location')]
    : [];
}

/** What the last step that wrote the client wrote. */
function registeredUris(attempt: Attempt): readonly string[] {
  const writing = ['update', 'register', 'main'].find((step) => attempt.exchanges.has(step)) ?? 'main';
  return sentTexts(attempt, writing, 'redirect_uris');
}
