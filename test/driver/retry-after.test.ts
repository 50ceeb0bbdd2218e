import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from '../../driver/retry-after.ts';
import { exchangeOf } from './clients/fake-clients.ts';

function waitFor(headers: Readonly<Record<string, string>>): number | null {
  const exchange = exchangeOf({ method: 'GET', path: '/', headers: [], body: null }, 503);
  const { response } = exchange;
  if (response === null) return null;
  const values = new Map(Object.entries(headers).map(([name, value]) => [name, [value]]));
  return retryAfterMs({ ...exchange, response: { ...response, headers: values } });
}

describe('Retry-After', () => {
  it('is seconds, or a date by the clock of the target', () => {
    expect(waitFor({ 'retry-after': '2' })).toBe(2000);
    const date = 'Mon, 23 Nov 2026 10:00:00 GMT';
    expect(waitFor({ 'retry-after': 'Mon, 23 Nov 2026 10:00:03 GMT', date })).toBe(3000);
    expect(waitFor({ 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT', date })).toBe(0);
  });

  it.each(['', 'soon', '-1', '1.5.2', '99999999999999999999'])('%j says nothing', (value) => {
    expect(waitFor({ 'retry-after': value })).toBeNull();
  });

  it('is not there without an answer', () => {
    expect(retryAfterMs(exchangeOf({ method: 'GET', path: '/', headers: [], body: null }, null))).toBeNull();
  });
});
