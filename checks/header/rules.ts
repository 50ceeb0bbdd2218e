import type { HttpResponse } from '../../driver/exchange.ts';
import { contentCoding } from '../../spec/content-coding.ts';
import { rememberLast } from '../../spec/remember.ts';
import { headerRule } from '../make/header-rule.ts';
import { ofMain, sessionRule, stepViolation } from '../make/session-rule.ts';
import { headerValues, mediaTypeOf } from '../read/headers.ts';
import { holdsSecret, privateSecrets } from '../read/secrets.ts';
import { settledAnswer } from '../read/steps.ts';
import type { Answered, AnswerRule, Attempt, Rule, Violation } from '../rule.ts';
import { sessionCookies, setCookies } from './set-cookies.ts';

// Directives are separated by semicolons, and max-age is required. Both patterns expect trimmed text.
const directive = /^(?:[!#$%&'*+\-.^_`|~\w]+(?:\s*=\s*(?:[!#$%&'*+\-.^_`|~\w]+|"[^"]*"))?)?$/;
const maxAge = /^max-age\s*=\s*(?:\d+|"\d+")$/i;

/** Real builds have sent `max-age=8640000:includeSubdomains`, which user agents ignore entirely. */
export const hstsWellFormed = headerRule({
  id: 'header.hsts.well-formed',
  level: 'SHOULD',
  source: { document: 'RFC 6797', section: '6.1' },
  claim: 'sends Strict-Transport-Security in its own syntax',
  header: 'strict-transport-security',
  problems: (lines) => lines.filter((line) => !isWellFormedHsts(line)),
});

const isWellFormedHsts = rememberLast((line) => {
  const directives = line.split(';').map((text) => text.trim());
  return (
    directives.every((text) => directive.test(text)) &&
    directives.filter((text) => maxAge.test(text)).length === 1
  );
});

/** User agents process the first field only, so a second one has no effect. */
export const hstsSingle = headerRule({
  id: 'header.hsts.single',
  level: 'SHOULD',
  source: { document: 'RFC 6797', section: '7.1' },
  claim: 'sends Strict-Transport-Security once',
  header: 'strict-transport-security',
  problems: (lines) => (lines.length > 1 ? [`${lines.length} times`] : []),
});

/** `nosniff` is the only valid value. An absent header is not a violation: nothing requires it of an API. */
export const nosniffWellFormed = headerRule({
  id: 'header.nosniff.well-formed',
  level: 'SHOULD',
  source: { document: 'project', section: 'security headers' },
  claim: 'sends X-Content-Type-Options as one nosniff',
  header: 'x-content-type-options',
  problems: (lines) => (/^nosniff$/i.test(lines.join().trim()) ? [] : [lines.join(', ')]),
});

/** Real answers have carried two different values, and user agents disagree on how to handle that. */
export const frameOptionsWellFormed = headerRule({
  id: 'header.frame-options.well-formed',
  level: 'SHOULD',
  source: { document: 'RFC 7034', section: '2.1' },
  claim: 'sends X-Frame-Options as one value that there is',
  header: 'x-frame-options',
  problems: (lines) => {
    const line = lines.join(', ');
    return isWellFormedFrameOption(line) ? [] : [line];
  },
});

const isWellFormedFrameOption = rememberLast((line) => {
  const values = new Set(line.split(',').map((value) => value.trim().toUpperCase()));
  return values.size === 1 && /^(?:DENY|SAMEORIGIN|ALLOW-FROM \S+)$/.test([...values].join());
});

/**
 * Another page must not be able to overlay the consent page. The contract says nothing about this. A redirect shows no
 * page, and JSON has nothing to click.
 */
export const authorizeFramingDenied = headerRule({
  id: 'header.framing.denied',
  level: 'SHOULD',
  source: { document: 'BCP 240', section: '4.16' },
  claim: 'sends X-Frame-Options or frame-ancestors with a page at the authorization',
  operations: ['oauth_authorize_post'],
  header: 'x-frame-options',
  owed: showsPage,
  problems: (lines, response) =>
    lines.length > 0 ||
    !showsPage(response) ||
    headerValues(response, 'content-security-policy').some((policy) => /frame-ancestors/i.test(policy))
      ? []
      : ['neither'],
});

function showsPage(response: HttpResponse): boolean {
  const type = mediaTypeOf(response);
  const isRedirect = response.status >= 300 && response.status < 400;
  return (
    !isRedirect && response.body.length > 0 && (type === 'text/html' || type === 'application/xhtml+xml')
  );
}

/** Otherwise the first http link sends the session in the clear. */
export const cookieSecure = headerRule({
  id: 'header.cookie.secure',
  level: 'SHOULD',
  source: { document: 'RFC 6265', section: '8.3' },
  claim: 'sets session cookies with Secure',
  header: 'set-cookie',
  problems: (_, response) =>
    sessionCookies(response)
      .filter(({ attributes }) => !attributes.includes('secure'))
      .map(({ name }) => `${name} without it`),
});

/** Otherwise any script on the page can read the session. */
export const cookieHttpOnly = headerRule({
  id: 'header.cookie.http-only',
  level: 'SHOULD',
  source: { document: 'RFC 6265', section: '4.1.2.6' },
  claim: 'sets session cookies with HttpOnly',
  header: 'set-cookie',
  problems: (_, response) =>
    sessionCookies(response)
      .filter(({ attributes }) => !attributes.includes('httponly'))
      .map(({ name }) => `${name} without it`),
});

/** The attribute is newer than RFC 6265, but that RFC describes the attack that it prevents. */
export const cookieSameSite = headerRule({
  id: 'header.cookie.same-site',
  level: 'SHOULD',
  source: { document: 'project', section: 'cookies' },
  claim: 'sets session cookies with SameSite',
  header: 'set-cookie',
  problems: (_, response) =>
    sessionCookies(response)
      .filter(({ attributes }) => !attributes.includes('samesite'))
      .map(({ name }) => `${name} without it`),
});

/** Real builds have sent HttpOnly twice: a sign that two layers both believe they own the cookie. */
export const cookieAttributesOnce = headerRule({
  id: 'header.cookie.attributes-once',
  level: 'SHOULD',
  source: { document: 'RFC 6265', section: '4.1.1' },
  claim: 'gives a cookie no attribute twice',
  header: 'set-cookie',
  problems: (_, response) =>
    setCookies(response)
      .filter(({ attributes }) => new Set(attributes).size < attributes.length)
      .map(({ name, attributes }) => `${name}: ${attributes.join(', ')}`),
});

/** Every request accepts the identity coding alone. Bodies in another one are decoded and judged like the others. */
export const contentEncodingAsAsked = headerRule({
  id: 'header.content-encoding.as-asked',
  level: 'SHOULD',
  source: { document: 'RFC 9110', section: '12.5.3' },
  claim: 'encodes no body for a client that accepts the identity coding only',
  header: 'content-encoding',
  owed: ({ body }) => body.length > 0,
  problems: (lines, { headers, body }) =>
    body.length === 0 || contentCoding(headers) === null ? [] : [lines.join(', ')],
});

/** A client may wait for a body of that length. The standard forbids it even for a length of 0. */
export const contentLengthNotWith204: AnswerRule = {
  on: 'answer',
  id: 'header.content-length.not-with-204',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 9110', section: '8.6' },
  claim: 'sends no Content-Length with a 204',
  operations: 'all',
  appliesTo: ({ response: { status } }) => status === 204,
  judge: ({ response }) =>
    headerValues(response, 'content-length').map((length) => ({
      at: 'header content-length',
      expected: 'absent',
      actual: length,
    })),
};

/** A product name is fine, but a version reveals which vulnerabilities apply. */
export const serverVersionHidden = headerRule({
  id: 'header.server.version-hidden',
  level: 'MAY',
  source: { document: 'RFC 9110', section: '10.2.4' },
  claim: 'names no version of its software',
  header: 'server',
  problems: (lines) => lines.filter((line) => /\/\d/.test(line)),
});

/** Headers that servers and gateways send with any answer, and cookies, which are meant to contain a secret. */
const ordinary =
  /^(?:set-cookie|date|server|vary|allow|connection|keep-alive|content-.*|transfer-encoding|cache-control|pragma|expires|strict-transport-security|www-authenticate|x-(?:content-type-options|frame-options|xss-protection|dns-prefetch-control|permitted-.*|webkit-csp|envoy-.*|ntnx-.*))$/;

/** Headers end up in proxy logs, and a Location in the browser history. Errors have their own rule. */
export const secretAbsent: AnswerRule = {
  on: 'answer',
  id: 'header.secret.absent',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'project', section: 'secrets' },
  claim: 'puts no password, client secret or token into a header',
  operations: 'all',
  appliesTo: ({ response }) => response.status < 400 && tellingLines(response).length > 0,
  judge: (answered) =>
    tellingLines(answered.response)
      .filter(([name, line]) => isTold(answered, name, line))
      .map(([name]) => ({ at: `header ${name}`, expected: 'no secret', actual: 'a secret' })),
};

function tellingLines({ headers }: HttpResponse): readonly (readonly [name: string, line: string])[] {
  return tellingNames([...headers.keys()].join('\n')).flatMap((name) =>
    (headers.get(name) ?? []).map((line) => [name, line] as const),
  );
}

/** Remembered, because nearly all answers have the same headers. */
const tellingNames = rememberLast((names) => names.split('\n').filter((name) => !ordinary.test(name)));

/** A redirect may carry a code, but no other secret. */
function isTold(answered: Answered, name: string, line: string): boolean {
  const text = name === 'location' ? line.replace(/([?&]code=)[^&#]*/g, '$1') : line;
  return (
    answered.secrets.some((secret) => holdsSecret(text, secret)) &&
    privateSecrets(answered).some((secret) => holdsSecret(text, secret))
  );
}

const allowOrigin = 'access-control-allow-origin';

/** A `*` is not a violation: browsers do not accept it together with credentials. */
export const corsNotReflected = sessionRule({
  id: 'header.cors.not-reflected',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'BCP 240', section: '2.6' },
  claim: 'lets no page of any origin read answers with the credentials of its user',
  families: ['browser.'],
  judgement: ofMain(judge),
});

function judge(attempt: Attempt): readonly Violation[] {
  const answer = settledAnswer(attempt, 'main');
  if (answer === null) return [];
  const [, sent = ''] =
    attempt.exchange.request.headers.find(([name]) => name.toLowerCase() === 'origin') ?? [];
  const isAllowed = headerValues(answer, allowOrigin).includes(sent);
  const isWithCredentials = headerValues(answer, 'access-control-allow-credentials').includes('true');
  return isAllowed && isWithCredentials
    ? [stepViolation('main', 'no leave for this origin', sent, `header ${allowOrigin}`)]
    : [];
}

export const headerRules: readonly Rule[] = [
  hstsWellFormed,
  hstsSingle,
  nosniffWellFormed,
  frameOptionsWellFormed,
  authorizeFramingDenied,
  cookieSecure,
  cookieHttpOnly,
  cookieSameSite,
  cookieAttributesOnce,
  contentLengthNotWith204,
  contentEncodingAsAsked,
  serverVersionHidden,
  secretAbsent,
  corsNotReflected,
];
