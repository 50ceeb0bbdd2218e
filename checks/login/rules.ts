import type { HttpResponse } from '../../driver/exchange.ts';
import { headerRule } from '../make/header-rule.ts';
import { sampleRule } from '../make/sample-rule.ts';
import { ofMain, sessionRule, stepViolation } from '../make/session-rule.ts';
import { guessableState } from '../make/value-problems.ts';
import { headerValues } from '../read/headers.ts';
import { isByReference, needsState } from '../read/login-request.ts';
import { redirectAnswer, settledAnswer } from '../read/steps.ts';
import type { Attempt, Rule, Violation } from '../rule.ts';
import { toEvilDestination } from './evil-destination.ts';

/**
 * If a cache gives one user's state to the next user, the two logins are tied together. A 302 is cached only if the
 * answer says so (RFC 9110 section 15.1), so no header is required.
 */
export const loginNotCacheable = headerRule({
  id: 'login.answer.not-cacheable',
  level: 'SHOULD',
  source: { document: 'RFC 9111', section: '3' },
  claim: 'lets no cache store the way to the identity provider',
  operations: ['oauth_adfs_login_get', 'oauth_idp_login_get'],
  header: 'cache-control',
  problems: (lines) => {
    const directives = lines.join(',').toLowerCase();
    return /\b(?:no-store|no-cache|private)\b/.test(directives) ||
      !/\b(?:s-maxage|max-age)\s*=\s*"?0*[1-9]|\bpublic\b/.test(directives)
      ? []
      : [directives];
  },
});

const callback = /\/oauth\/idp_callback$/;

/** With one registered callback, naming it is optional. Builds with another sign-on return elsewhere. */
export const loginCallbackNamed = sessionRule({
  id: 'login.callback.named',
  level: 'MAY',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.1' },
  claim: 'asks an identity provider to come back to the callback operation',
  families: ['login.fresh.'],
  judgement: {
    appliesTo: (attempt) => (query(attempt)?.get('response_type') ?? '') !== '',
    judge: (attempt) => {
      const back = query(attempt)?.get('redirect_uri') ?? '';
      return callback.test(back)
        ? []
        : [stepViolation('main', 'a redirect_uri to idp_callback', back || 'absent', 'header location')];
    },
  },
});

function query(attempt: Attempt): URLSearchParams | null {
  return redirectAnswer(attempt)?.query ?? null;
}

/** The value may be carried along as opaque data. Redirecting there, or asking to return there, is a violation. */
export const loginDestinationClosed = sessionRule({
  id: 'login.destination.closed',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'BCP 240', section: '2.1' },
  claim: 'redirects to no place that a parameter names',
  families: ['login.open.'],
  judgement: ofMain(toEvilDestination),
});

/** Behind a proxy that sets these headers itself, a target may trust them, so this is only a SHOULD. */
export const loginForwardedHostIgnored = sessionRule({
  id: 'login.forwarded-host.ignored',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 7239', section: '8.1' },
  claim: 'redirects to no host that a forwarding header of the caller names',
  families: ['login.forwarded.'],
  judgement: ofMain(toEvilDestination),
});

const tokens = ['access_token', 'refresh_token', 'id_token', 'client_secret'] as const;

/**
 * With whatever parameters it leads to itself, a login never comes to a login page. A target may have its own reasons to
 * come by once more, such as to see whether a cookie is kept, so this is only a SHOULD.
 */
export const loginLocationElsewhere = sessionRule({
  id: 'login.location.elsewhere',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'redirects a login to a login page, and not to itself',
  families: ['login.fresh.'],
  judgement: {
    appliesTo: (attempt) => redirectAnswer(attempt) !== null,
    judge: (attempt) => {
      const location = redirectAnswer(attempt)?.location ?? '';
      return isOwnPath(location, attempt.exchange.request.path)
        ? [stepViolation('main', 'another place than the login', location, 'header location')]
        : [];
    },
  },
});

/** Whether a relative reference leads to the path that was asked for. What is absolute may be another host. */
function isOwnPath(location: string, path: string): boolean {
  const asked = new URL(path, 'http://target.invalid');
  if (!URL.canParse(location, asked.href)) return false;
  const next = new URL(location, asked);
  return next.host === asked.host && next.pathname === asked.pathname;
}

/** Locations end up in histories, logs and Referer headers. */
export const loginLocationNoToken = sessionRule({
  id: 'login.location.no-token',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'BCP 240', section: '4.3.2' },
  claim: 'puts no token or secret into the place it redirects to',
  families: ['login.'],
  judgement: {
    appliesTo: (attempt) => redirectAnswer(attempt) !== null,
    judge: (attempt) => {
      const redirect = redirectAnswer(attempt);
      return tokens
        .filter((name) => redirect?.query.has(name) === true || redirect?.fragment.has(name) === true)
        .map((name) => stepViolation('main', 'no token', name, 'header location'));
    },
  },
});

/** What an authorization request must have, and what tells it from a SAML or WS-Federation request. */
const required = ['response_type', 'client_id'] as const;

/**
 * Judged only if it is an authorization request: a login may use SAML, or redirect to one of the target's own pages.
 */
export const loginRequestComplete = sessionRule({
  id: 'login.request.complete',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.1' },
  claim: 'asks an identity provider with one response type and one client id',
  families: ['login.fresh.'],
  judgement: { appliesTo: (attempt) => asked(attempt) !== null, judge: judgeRequest },
});

function judgeRequest(attempt: Attempt): readonly Violation[] {
  const query = asked(attempt);
  return required.flatMap((name) => {
    const values = query?.getAll(name) ?? [];
    return values.length === 1 && values[0] !== ''
      ? []
      : [stepViolation('main', `one ${name}`, `${values.filter(Boolean).length}`, 'header location')];
  });
}

function asked(attempt: Attempt): URLSearchParams | null {
  const query = redirectAnswer(attempt)?.query;
  if (query === undefined || isByReference(query)) return null;
  return required.some((name) => query.has(name)) ? query : null;
}

/** A token in the provider's answer ends up in the browser history. A code in the history is useless on its own. */
export const loginResponseTypeCode = sessionRule({
  id: 'login.response-type.code',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'BCP 240', section: '2.1.2' },
  claim: 'asks an identity provider for a code, and for no access token',
  families: ['login.fresh.'],
  judgement: {
    appliesTo: (attempt) => responseType(attempt) !== '',
    judge: (attempt) => {
      const asked = responseType(attempt);
      return asked.split(' ').includes('token')
        ? [stepViolation('main', 'response_type code', asked, 'header location')]
        : [];
    },
  },
});

function responseType(attempt: Attempt): string {
  return redirectAnswer(attempt)?.query.get('response_type') ?? '';
}

const sessionName = /sess|token|auth|iam|sid|jwt/i;

/**
 * Any answer to valid credentials may set the user's own session, so a cookie counts only if the control request did
 * not get it. A cookie on a redirect that reports an error does not count.
 */
export const loginSessionNotForInvented = sessionRule({
  id: 'login.session.not-for-invented',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '10.12' },
  claim: 'opens no session for a code that no provider gave',
  families: ['login.invented.', 'login.denied'],
  judgement: {
    appliesTo: (attempt) =>
      settledAnswer(attempt, 'main') !== null && settledAnswer(attempt, 'control') !== null,
    judge: judgeCookies,
  },
});

function judgeCookies(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null || /error|denied|fail/i.test(redirect.location)) return [];
  const known = new Set(cookieNames(settledAnswer(attempt, 'control')));
  return cookieNames(settledAnswer(attempt, 'main'))
    .filter((name) => sessionName.test(name) && !known.has(name))
    .map((name) => stepViolation('main', 'no session', `cookie ${name}`, 'header set-cookie'));
}

/** The names of cookies that an answer sets to a value. An empty or expired cookie is a deletion. */
function cookieNames(answer: HttpResponse | null): readonly string[] {
  if (answer === null) return [];
  return headerValues(answer, 'set-cookie')
    .filter((cookie) => !/;\s*max-age=(?:0|-)|;\s*expires=[^;]*(?:1970|1969)/i.test(cookie))
    .flatMap((cookie) => {
      const [, name, value] = /^([^=;]+)=("?[^;"]*)/.exec(cookie.trim()) ?? [];
      return name === undefined || (value ?? '') === '' ? [] : [name.trim()];
    });
}

export const loginStateFresh = sessionRule({
  id: 'login.state.fresh',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'static answer',
  needs: [],
  source: { document: 'BCP 240', section: '2.1' },
  claim: 'sends every login to the provider with a state of its own',
  families: ['login.fresh.'],
  judgement: { appliesTo: asksByState, judge: judgeState },
});

function asksByState(attempt: Attempt): boolean {
  const query = redirectAnswer(attempt)?.query;
  return query !== undefined && needsState(query);
}

function judgeState(attempt: Attempt): readonly Violation[] {
  const state = redirectAnswer(attempt)?.query.get('state') ?? '';
  if (state === '') return [stepViolation('main', 'a state', 'absent', 'header location')];
  return redirectAnswer(attempt, 'login-again')?.query.get('state') === state
    ? [stepViolation('login-again', 'another state', 'the same', 'header location')]
    : [];
}

/** The standard gives no number for the state. Anything with up to 64 bits is within an attacker's reach. */
export const loginStateUnguessable = sampleRule({
  id: 'login.state.unguessable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '10.12' },
  claim: 'makes every state of a login unguessable',
  kind: 'login-state',
  problem: guessableState,
});

export const loginRules: readonly Rule[] = [
  loginNotCacheable,
  loginCallbackNamed,
  loginDestinationClosed,
  loginForwardedHostIgnored,
  loginLocationElsewhere,
  loginLocationNoToken,
  loginRequestComplete,
  loginResponseTypeCode,
  loginSessionNotForInvented,
  loginStateFresh,
  loginStateUnguessable,
];
