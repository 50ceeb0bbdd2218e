import type { StepName } from '../../generators/step-name.ts';
import { accepts, ofMain, sessionRule, stepViolation } from '../make/session-rule.ts';
import { isSameDestination, splitUri } from '../read/redirect.ts';
import {
  goesTo,
  grantedParameters,
  hostOf,
  redirectAnswer,
  sentFormValues,
  sentTexts,
  settledAnswer,
  stepNamed,
  succeeded,
} from '../read/steps.ts';
import type { Attempt, Rule, Violation } from '../rule.ts';

export const authorizeAddedUriAccepted = sessionRule({
  id: 'authorize.added-uri.accepted',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_client_id_put' },
  claim: 'takes a redirect URI as soon as an update has registered it',
  families: ['authorize.added.'],
  when: (attempt) => succeeded(attempt, 'update'),
  judgement: accepts('main'),
});

/** Only `yes` is consent, and the only response type is `code`. */
export const authorizeClosedListNoCode = sessionRule({
  id: 'authorize.closed-list.no-code',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'parameters' },
  claim: 'gives no code without consent or for another response type',
  families: ['authorize.closed.', 'authorize.denied'],
  judgement: ofMain((attempt) => {
    const redirect = redirectAnswer(attempt);
    const granted = redirect === null ? [] : grantedParameters(redirect);
    return granted.map((name) => stepViolation('main', 'no code or token', name, 'header location'));
  }),
});

/** Applies whatever was sent: a code that arrives anywhere else is in the wrong hands. */
export const authorizeCodeToRegistered = sessionRule({
  id: 'authorize.code.to-registered',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1.2.3' },
  claim: 'sends a code to a registered redirect URI',
  families: ['authorize.'],
  judgement: { appliesTo: (attempt) => codeBase(attempt) !== null, judge: judgeCodeDestination },
});

function codeBase(attempt: Attempt): string | null {
  const redirect = redirectAnswer(attempt);
  return redirect === null || !redirect.query.has('code') ? null : redirect.base;
}

function judgeCodeDestination(attempt: Attempt): readonly Violation[] {
  const base = codeBase(attempt);
  if (base === null) return [];
  const writing: readonly StepName[] = ['register', 'update'];
  const registered = writing.flatMap((step) => sentTexts(attempt, step, 'redirect_uris'));
  const isRegistered = registered
    .map((uri) => splitUri(uri).base)
    // The prose of the OpenAPI document has a slash before the query.
    .some((uri) => isSameDestination(uri, base) || isSameDestination(`${uri}/`, base));
  return isRegistered ? [] : [stepViolation('main', registered.join(' or '), base, 'header location')];
}

/** The contract makes the parameter optional without any condition, so this can only be a SHOULD. */
export const authorizeOmittedUriAmbiguousRefused = sessionRule({
  id: 'authorize.omitted-uri.ambiguous-refused',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1.2.4' },
  claim: 'does not choose between redirect URIs where none is sent',
  families: ['authorize.omitted.several'],
  judgement: ofMain((attempt) => {
    const redirect = redirectAnswer(attempt);
    return redirect !== null && grantedParameters(redirect).length > 0
      ? [stepViolation('main', 'a refusal', redirect.base, 'header location')]
      : [];
  }),
});

/** The contract does not list the parameter as required, and does not say what happens without it. */
export const authorizeOmittedUriRegisteredUsed = sessionRule({
  id: 'authorize.omitted-uri.registered-used',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too strict',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1.2.3' },
  claim: 'uses the only registered redirect URI where none is sent',
  families: ['authorize.omitted.single'],
  judgement: accepts('main'),
});

/**
 * Compared as text (RFC 3986 section 6.2.1). A redirect with an error to the registered URI, or to one of the target's
 * own pages, does not go to the attacker and is not judged. A code in a redirect is always a violation.
 */
export const authorizeRedirectExact = sessionRule({
  id: 'authorize.redirect.exact',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'BCP 240', section: '4.1.3' },
  claim: 'redirects to no URI but exactly a registered one',
  families: ['authorize.redirect.'],
  when: (attempt) => !attempt.exchanges.has('update') || succeeded(attempt, 'update'),
  judgement: {
    appliesTo: (attempt) => settledAnswer(attempt, stepOf(attempt)) !== null,
    judge: judgeRedirect,
  },
});

/** The authorization is the main step, except where the registration itself may be refused. */
function stepOf({ exchanges }: Attempt): StepName {
  return exchanges.has('authorize') ? 'authorize' : 'main';
}

function judgeRedirect(attempt: Attempt): readonly Violation[] {
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

/** The redirect URIs that the last write to the client contained. */
function registeredUris(attempt: Attempt): readonly string[] {
  const last: readonly StepName[] = ['update', 'register', 'main'];
  const writing = last.find((step) => attempt.exchanges.has(step)) ?? 'main';
  return sentTexts(attempt, writing, 'redirect_uris');
}

/** With 307 and 308 the user agent sends the form, with the user's credentials, to the client. */
export const authorizeRedirectNotRepeated = sessionRule({
  id: 'authorize.redirect.not-repeated',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'BCP 240', section: '4.12' },
  claim: 'redirects in no way that repeats the request',
  families: ['authorize.', 'login.'],
  judgement: ofMain(({ exchange }) => {
    const status = exchange.response?.status ?? 0;
    return status === 307 || status === 308 ? [stepViolation('main', '302', `${status}`)] : [];
  }),
});

export const authorizeDestinationRules: readonly Rule[] = [
  authorizeAddedUriAccepted,
  authorizeClosedListNoCode,
  authorizeCodeToRegistered,
  authorizeOmittedUriAmbiguousRefused,
  authorizeOmittedUriRegisteredUsed,
  authorizeRedirectExact,
  authorizeRedirectNotRepeated,
];
