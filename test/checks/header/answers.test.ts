import { beforeAll, describe, expect, it } from '@jest/globals';
import { contentLengthNotWith204, corsNotReflected, secretAbsent } from '../../../checks/header/rules.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import type { Sessions } from '../synthetic-attempt.ts';
import { attemptOf, caseOf, loadSessions } from '../synthetic-attempt.ts';

const answered = (status: number, headers: Readonly<Record<string, string>>): PlainAttempt => ({
  operation: 'oauth_client_client_id_delete',
  answer: { status, headers },
});

describeRule(contentLengthNotWith204, {
  passes: { 'no length': answered(204, {}) },
  violates: { 'a length of nothing': [answered(204, { 'content-length': '0' }), 'header content-length'] },
  passesOver: { 'a body that is empty': answered(200, { 'content-length': '0' }) },
});

let sessions: Sessions;
beforeAll(async () => {
  sessions = await loadSessions();
});

const origin = 'access-control-allow-origin';
const credentials = { 'access-control-allow-credentials': 'true' };

/** The places of the violations in an answer with these headers, which may name the origin that was sent. */
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
