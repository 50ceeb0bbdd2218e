import {
  confirms,
  isErrorPage,
  isErrorRedirect,
  isFatal,
  isGrant,
  leadsTo,
  leadsToTrusted,
  redirectOf,
  redirectUriOf,
} from '../read/authorization.ts';
import { isVisible } from '../make/value-problems.ts';
import { headerValues } from '../read/headers.ts';
import type { Redirect } from '../read/redirect.ts';
import {
  addedValues,
  fragmentParameters,
  isSameDestination,
  parseRedirect,
  splitUri,
} from '../read/redirect.ts';
import { formValues } from '../read/request.ts';
import { show } from '../read/show.ts';
import { statusText } from '../read/status-text.ts';
import { refusesByRedirect } from '../read/told.ts';
import type { Answered, AnswerRule, Rule, Violation } from '../rule.ts';

/**
 * The URI's own query must be kept, and parameters may be added. The contract's prose puts a slash before the query.
 * This rule tolerates that slash, and `authorize.location.slash` notes it.
 */
export const locationExact: AnswerRule = {
  on: 'answer',
  id: 'authorize.location.exact',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'redirects to exactly the redirect URI, its own query kept',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) =>
    isGrant(answered) &&
    redirectOf(answered) !== null &&
    isPlain(redirectUriOf(answered)) &&
    !isErrorPage(answered),
  judge: judgeLocation,
};

function judgeLocation(answered: Answered): readonly Violation[] {
  const redirect = redirectOf(answered);
  if (redirect === null) return [];
  const at = 'header Location';
  const { base } = splitUri(redirectUriOf(answered) ?? '');
  const isExact = isSameDestination(redirect.base, base) || isSameDestination(redirect.base, `${base}/`);
  return [
    ...(isExact ? [] : [{ at, expected: show(base), actual: show(redirect.base) }]),
    ...redirect.lost.map((pair) => ({ at, expected: `${show(pair)} in the query`, actual: 'absent' })),
    ...(redirect.fragment === '' ? [] : [{ at, expected: 'no fragment', actual: show(redirect.fragment) }]),
  ];
}

/** Only ASCII URIs are valid, and there is no agreed way to put other characters into a header. */
function isPlain(redirectUri: string | null): boolean {
  return redirectUri !== null && /^[\x21-\x7e]+$/.test(redirectUri);
}

/** The contract's prose has the slash, but clients that compare redirect URIs trip over it. */
export const locationSlash: AnswerRule = {
  on: 'answer',
  id: 'authorize.location.slash',
  level: 'MAY',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1.2' },
  claim: 'redirects without inserting a slash before the query',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => isGrant(answered) && redirectOf(answered) !== null,
  judge: (answered) => {
    const redirect = redirectOf(answered);
    const { base } = splitUri(redirectUriOf(answered) ?? '');
    if (redirect?.base !== `${base}/` || isSameDestination(redirect.base, base)) return [];
    return [{ at: 'header Location', expected: show(base), actual: show(redirect.base) }];
  },
};

/** A redirect that tells an error is a refusal, which has its own rules. */
export const codePresent: AnswerRule = {
  on: 'answer',
  id: 'authorize.code.present',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'grants exactly one code, in the query and never in the fragment',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) =>
    isGrant(answered) && redirectOf(answered) !== null && !refusesByRedirect(answered.exchange),
  judge: judgeCode,
};

function judgeCode(answered: Answered): readonly Violation[] {
  const redirect = redirectOf(answered);
  if (redirect === null) return [];
  const at = 'header Location';
  const codes = addedValues(redirect, 'code');
  const isOne = codes.length === 1 && codes[0] !== '';
  const inFragment = fragmentParameters(redirect.fragment).has('code');
  return [
    ...(isOne ? [] : [{ at, expected: 'one code in the query', actual: `${codes.filter(Boolean).length}` }]),
    ...(inFragment ? [{ at, expected: 'no code in the fragment', actual: 'one' }] : []),
  ];
}

/**
 * Required with a code and with an error (section 4.1.2.1): without the state, a client cannot tell which of its
 * requests failed. An empty state counts as absent (section 3.1), so it may or may not be returned, and an error may
 * contain one that was not sent. What is no state by appendix A.5 cannot be in an error.
 */
export const stateEchoed: AnswerRule = {
  on: 'answer',
  id: 'authorize.state.echoed',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'returns the state as it was sent, and none where none was',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) =>
    (isGrant(answered) || isError(answered)) &&
    redirectOf(answered) !== null &&
    !isErrorPage(answered) &&
    states(answered).length < 2 &&
    !hasStateInQuery(answered) &&
    (!isErrorRedirect(answered) || states(answered).every(isVisible)),
  judge: (answered) => {
    const redirect = redirectOf(answered);
    const [sent] = states(answered);
    const returned = redirect === null ? [] : returnedStates(redirect);
    const [only, ...others] = returned;
    const isOmitted = only === undefined && (sent ?? '') === '';
    const isEmptyInError = only === '' && sent === undefined && isErrorRedirect(answered);
    const isEchoed = others.length === 0 && (only === sent || isOmitted || isEmptyInError);
    return isEchoed
      ? []
      : [
          {
            at: 'header Location',
            expected: sent === undefined ? 'no state' : `the state ${show(sent)}`,
            actual: returned.length === 0 ? 'none' : returned.map(show).join(', '),
          },
        ];
  },
};

/** The implicit grant has its errors in the fragment, with the state (RFC 6749 section 4.2.2.1). */
function returnedStates(redirect: Redirect): readonly string[] {
  const fragment = fragmentParameters(redirect.fragment);
  return [...addedValues(redirect, 'state'), ...(fragment.has('error') ? fragment.getAll('state') : [])];
}

/** Unusual text is excluded: the target may have changed it before it refused the request. */
function isError(answered: Answered): boolean {
  return answered.case.expectation !== 'clean' && isErrorRedirect(answered);
}

/** Another rule says that the query is the wrong place. A target that reads it there may return it. */
function hasStateInQuery({ exchange: { request } }: Answered): boolean {
  return /[?&]state=/.test(request.path);
}

function states({ exchange }: Answered): readonly string[] {
  return formValues(exchange, 'state');
}

/** Applies whether the target refuses the request or redirects with an error, and wherever it redirects. */
export const denialNoCode: AnswerRule = {
  on: 'answer',
  id: 'authorize.denial.no-code',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
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

/**
 * The contract only says that there is no code. If the user is redirected back to the client, the client learns the
 * reason only from `error`. A refusal, or a redirect to one of the target's own pages, tells the user.
 */
export const denialTold: AnswerRule = {
  on: 'answer',
  id: 'authorize.denial.told',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'tells the client of a denial by the error access_denied, if it redirects to it',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => confirms(answered, 'no') && toClient(answered) !== null,
  judge: (answered) => {
    const redirect = toClient(answered);
    const errors = redirect === null ? [] : addedValues(redirect, 'error');
    return errors.length === 1 && errors[0] === 'access_denied'
      ? []
      : [
          {
            at: 'header Location',
            expected: 'the error access_denied',
            actual: errors.map(show).join(', ') || 'no error',
          },
        ];
  },
};

/** The redirect to the client, if the request is valid apart from the denial. */
function toClient(answered: Answered): Redirect | null {
  if (isFatal(answered) || answered.case.breakage !== null) return null;
  const redirect = redirectOf(answered);
  if (redirect === null || addedValues(redirect, 'code').length > 0) return null;
  const { base } = splitUri(redirectUriOf(answered) ?? '');
  return isSameDestination(redirect.base, base) || isSameDestination(redirect.base, `${base}/`)
    ? redirect
    : null;
}

/** Neither with a code nor with an error: the URI may belong to an attacker. */
export const refusedNoRedirect: AnswerRule = {
  on: 'answer',
  id: 'authorize.refused.no-redirect',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'never redirects to the URI of a request that it cannot trust',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => isFatal(answered) && !isOnlyMisplaced(answered) && answered.response.status < 500,
  judge: (answered) => {
    const { status } = answered.response;
    const location = headerValues(answered.response, 'location')[0] ?? '';
    return status >= 300 && status < 400 && leadsToSupplied(answered, location)
      ? [{ at: 'header Location', expected: 'no redirect to the supplied URI', actual: show(location) }]
      : [];
  },
};

/**
 * A good client id in the query is no form parameter, which another rule says. A target that reads it there knows whose
 * redirect URI it uses.
 */
function isOnlyMisplaced({ case: { breakage } }: Answered): boolean {
  return breakage?.at === 'form:client_id' && breakage.kind === 'form.in-query';
}

/** A redirect to the same host counts too: a different URI on that host does not make it safe. */
function leadsToSupplied(answered: Answered, location: string): boolean {
  if (leadsToTrusted(answered)) return false;
  return formValues(answered.exchange, 'redirect_uri').some((uri) => leadsTo(location, uri));
}

/**
 * The error redirect of RFC 6749 section 4.1.2.1 keeps the user safe, but a client of this contract expects the
 * envelope.
 */
export const refusalEnvelope: AnswerRule = {
  on: 'answer',
  id: 'authorize.refusal.envelope',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'refuses invalid requests with an envelope, not an error redirect',
  operations: ['oauth_authorize_post'],
  appliesTo: ({ case: { aspect, expectation }, response: { status } }) =>
    expectation === 'refuse' && aspect !== 'method' && status >= 300 && status < 500,
  judge: (answered) =>
    isErrorRedirect(answered) || isErrorPage(answered)
      ? [{ at: 'status', expected: 'a 4xx', actual: statusText(answered.exchange) }]
      : [],
};

export const authorizeAnswerRules: readonly Rule[] = [
  locationExact,
  locationSlash,
  codePresent,
  stateEchoed,
  denialNoCode,
  denialTold,
  refusedNoRedirect,
  refusalEnvelope,
];
