import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../../checks/rule.ts';
import type { Exchange } from '../../../driver/exchange.ts';
import { lightAttempt, lightViolation } from '../../../suites/engine/light-attempt.ts';
import { exchangeOf } from './fake-suite.ts';

const sent = { method: 'GET', path: '/', headers: [], body: null };

function attemptOf(main: Exchange, other: Exchange): Attempt {
  const exchanges = new Map([
    ['main', main],
    ['read-back', other],
  ]);
  return { exchange: main, exchanges, secrets: ['a-secret'] } as unknown as Attempt;
}

describe('what is kept of an attempt', () => {
  it('is all of it where its answers are short', () => {
    const attempt = attemptOf(exchangeOf(sent, 200), exchangeOf(sent, 404));
    expect(lightAttempt(attempt)).toBe(attempt);
  });

  it('is the beginning of a long answer, with everything else as it was', () => {
    const long = exchangeOf(sent, 200, 'x'.repeat(3_000_000));
    const attempt = attemptOf(exchangeOf(sent, 404), long);
    const kept = lightAttempt(attempt);
    expect(kept.exchange).toBe(attempt.exchange);
    expect(kept.secrets).toEqual(['a-secret']);
    const response = kept.exchanges.get('read-back')?.response;
    expect(response).toMatchObject({ status: 200, isCut: true, text: null });
    expect(response?.body.buffer.byteLength).toBeLessThan(70_000);
    expect(long.response?.isCut).toBe(false);
  });

  it('is nothing of a long answer with more secrets than are looked for', () => {
    const body = Array.from({ length: 40_000 }, (_, at) => ({ token: `a-long-token-${at}` }));
    const flood = exchangeOf(sent, 200, body);
    const kept = lightAttempt(attemptOf(flood, flood)).exchange.response;
    expect(kept).toMatchObject({ status: 200, isHidden: true, text: null });
    expect(kept?.body).toHaveLength(0);
  });

  it('is every character of a violation', () => {
    const violation = { at: '/a', expected: 'é\u{1F600}', actual: '\ud800\0' };
    expect(lightViolation(violation)).toEqual(violation);
  });
});
