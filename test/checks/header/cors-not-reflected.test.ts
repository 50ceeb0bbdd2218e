import { beforeAll, describe, expect, it } from '@jest/globals';
import { corsNotReflected } from '../../../checks/header/rules.ts';
import { attemptOf, caseOf, loadSessions } from '../synthetic-attempt.ts';
import type { Sessions } from '../synthetic-attempt.ts';

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
