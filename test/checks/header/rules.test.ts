import { beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../checks/catalogue.ts';
import {
  authorizeFramingDenied,
  contentEncodingAsAsked,
  contentLengthNotWith204,
  corsNotReflected,
  headerRules,
  secretAbsent,
} from '../../../checks/header/rules.ts';
import type { Answered } from '../../../checks/rule.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import type { Sessions } from '../synthetic-attempt.ts';
import { attemptOf, caseOf, loadSessions } from '../synthetic-attempt.ts';

const hsts = 'strict-transport-security';

/** Header, lines that are fine, lines that are not. */
const examples: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'header.hsts.well-formed',
    hsts,
    ['max-age=63072000; includeSubdomains; preload'],
    ['max-age=8640000:includeSubdomains'],
  ],
  ['header.hsts.well-formed', hsts, ['max-age="1";'], ['includeSubDomains']],
  ['header.hsts.single', hsts, ['max-age=1'], ['max-age=1', 'max-age=1']],
  ['header.nosniff.well-formed', 'x-content-type-options', ['nosniff'], ['nosniff,nosniff']],
  ['header.frame-options.well-formed', 'x-frame-options', ['SAMEORIGIN', 'SAMEORIGIN'], ['DENY,SAMEORIGIN']],
  ['header.cookie.secure', 'set-cookie', ['SESSION=a; Secure'], ['SESSION=a']],
  ['header.cookie.http-only', 'set-cookie', ['theme=dark', 'SESSION='], ['SESSION=a; Path=/']],
  ['header.cookie.same-site', 'set-cookie', ['SESSION=a;SameSite=Lax'], ['SESSION=a;Secure']],
  [
    'header.cookie.attributes-once',
    'set-cookie',
    ['a=b;HttpOnly'],
    ['a=b; HttpOnly; Path=/;HttpOnly;Secure'],
  ],
  ['login.answer.not-cacheable', 'cache-control', ['no-cache, max-age=60'], ['public']],
  ['login.answer.not-cacheable', 'cache-control', ['max-age=0'], ['max-age=60']],
  ['header.server.version-hidden', 'server', ['envoy'], ['Apache/2.4.1']],
];

/** Header rules look at headers only. */
function answered(header: string, lines: readonly string[]): Answered {
  const headers = new Map(lines.length === 0 ? [] : [[header, lines] as const]);
  return { response: { status: 200, headers, body: new Uint8Array() } } as unknown as Answered;
}

describe.each(examples)('%s', (id, header, fine, wrong) => {
  const rule = catalogue.find((candidate) => candidate.id === id);

  it(`accepts ${fine.join(' and ')} and finds ${wrong.join(' and ') || 'nothing'}`, () => {
    if (rule?.on !== 'answer') throw new TypeError(`no rule ${id}`);
    expect(rule.judge(answered(header, fine))).toEqual([]);
    expect(rule.appliesTo(answered(header, wrong))).toBe(true);
    expect(rule.judge(answered(header, wrong))).not.toEqual([]);
  });
});

describe('header rules', () => {
  it('bear odd values', () => {
    const odd = ['', ';', '=', ',,', '\u0000', 'a'.repeat(5000)];
    for (const rule of headerRules) {
      for (const line of odd) {
        for (const name of [hsts, 'set-cookie', 'x-frame-options', 'server']) {
          const answer = answered(name, [line, line]);
          if (rule.on === 'answer' && rule.appliesTo(answer)) expect(rule.judge(answer)).toBeDefined();
        }
      }
    }
  });
});

const answeredEmpty = (status: number, headers: Readonly<Record<string, string>>): PlainAttempt => ({
  operation: 'oauth_client_client_id_delete',
  answer: { status, headers },
});

describeRule(contentLengthNotWith204, {
  passes: { 'no length': answeredEmpty(204, {}) },
  violates: {
    'a length of nothing': [answeredEmpty(204, { 'content-length': '0' }), 'header content-length'],
  },
  passesOver: { 'a body that is empty': answeredEmpty(200, { 'content-length': '0' }) },
});

const encoded = (coding: string, body = 'a'): PlainAttempt => ({
  operation: 'oauth_client_client_id_get',
  answer: { status: 200, headers: { 'content-encoding': coding }, body },
});

describeRule(contentEncodingAsAsked, {
  passes: {
    'a body as it is': { operation: 'oauth_client_client_id_get', answer: { status: 200, body: 'a' } },
    'the identity coding': encoded('identity'),
    'a coding of no body': encoded('gzip', ''),
  },
  violates: { gzip: [encoded('gzip'), 'header content-encoding'] },
  passesOver: { 'no body': { operation: 'oauth_client_client_id_get', answer: { status: 204 } } },
});

const page = (status: number, headers: Readonly<Record<string, string>> = {}): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  answer: {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: '<h1>Hello</h1>',
  },
});

describeRule(authorizeFramingDenied, {
  passes: {
    'a page with X-Frame-Options': page(200, { 'x-frame-options': 'DENY' }),
    'a page with frame-ancestors': page(400, { 'content-security-policy': "frame-ancestors 'none'" }),
  },
  violates: {
    'a page': [page(200), 'header x-frame-options'],
    'a page of an error': [
      page(400, { 'content-security-policy': "default-src 'self'" }),
      'header x-frame-options',
    ],
  },
  passesOver: {
    'the page of a redirect': page(302, { location: 'https://app.example/cb' }),
    JSON: { operation: 'oauth_authorize_post', answer: { status: 400, body: {} } },
    'no body': { operation: 'oauth_authorize_post', answer: { status: 302 } },
  },
});

let sessions: Sessions;
beforeAll(async () => {
  sessions = await loadSessions();
});

const origin = 'access-control-allow-origin';
const credentials = { 'access-control-allow-credentials': 'true' };

/** The places of the violations in an answer with these headers, which may use the origin that was sent. */
function judge(answer: (sent: string) => Readonly<Record<string, string>>): readonly string[] {
  const testCase = caseOf(sessions, 'browser.other-origin');
  const sent = attemptOf(sessions, testCase, {}).exchange.request.headers.find(([name]) => name === 'Origin');
  const headers = answer(sent?.[1] ?? '');
  const attempt = attemptOf(sessions, testCase, { main: { status: 200, headers } });
  expect(corsNotReflected.appliesTo(attempt)).toBe(true);
  return corsNotReflected.judge(attempt).map(({ at }) => at);
}

describe('header.cors.not-reflected', () => {
  it('is violated by the origin of the request with credentials', () => {
    expect(judge((sent) => ({ [origin]: sent, ...credentials }))).toEqual([`header ${origin}`]);
  });

  it('passes a star, an origin without credentials, another origin, and nothing', () => {
    expect(judge(() => ({ [origin]: '*', ...credentials }))).toEqual([]);
    expect(judge((sent) => ({ [origin]: sent }))).toEqual([]);
    expect(judge(() => ({ [origin]: 'https://console.example', ...credentials }))).toEqual([]);
    expect(judge(() => ({}))).toEqual([]);
  });
});

const secret = 'S-9f2k-LmQp-77xy';
const answeredTo = (headers: Readonly<Record<string, string>>, status = 302): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  form: [['client_id', 'c']],
  answer: { status, headers },
  slots: { 'client.secret': secret, code: 'c0de-0123456789' },
  secrets: [secret, 'c0de-0123456789'],
});

describeRule(secretAbsent, {
  passes: {
    'a code where it belongs': answeredTo({
      location: 'https://app.example/cb?code=c0de-0123456789&state=s',
    }),
    'a header of its own': answeredTo({ 'x-request-id': '4711' }, 200),
  },
  violates: {
    'a secret in a redirect': [
      answeredTo({ location: `https://app.example/cb?code=a&client_secret=${secret}` }),
      'header location',
    ],
    'a secret for debugging': [answeredTo({ 'x-debug': `secret=${secret}` }, 200), 'header x-debug'],
  },
  passesOver: {
    'a cookie': answeredTo({ 'set-cookie': `session=${secret}` }),
    'an error, which another rule judges': answeredTo({ 'x-debug': secret }, 400),
    'no header of its own': answeredTo({ server: 'envoy' }),
  },
});
