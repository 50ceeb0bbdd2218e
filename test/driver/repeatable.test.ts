import { describe, expect, it } from '@jest/globals';
import { isReading, isRepeatable, retryAfterMs } from '../../driver/repeatable.ts';
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

const request = (method: string, path: string) => ({ method, path, headers: [], body: null });

describe('a request that changes nothing', () => {
  it.each([
    ['GET', '/v3/anything', true],
    ['HEAD', '/v3/oauth/client', true],
    ['POST', '/v3/oauth/client/list', true],
    ['POST', '/v3/oauth/client/list/', false],
    ['POST', '/v3/oauth/client/list?x=1', false],
    ['POST', '/v3//oauth/client/list', false],
    ['POST', '/v4/oauth/client/list', false],
    ['POST', '/v3/oauth/client', false],
    ['get', '/v3/anything', false],
    ['OPTIONS', '/v3/anything', false],
    ['DELETE', '/v3/oauth/client/list', false],
  ])('%s %s: %s', (method, path, expected) => {
    expect(isReading(request(method, path), '/v3')).toBe(expected);
  });

  it('may be repeated, as may what has the same end when it is done twice', () => {
    const repeatable = (method: string, path: string) => isRepeatable(request(method, path), '/v3');
    expect(['GET', 'PUT', 'DELETE'].map((method) => repeatable(method, '/v3/oauth/client/a'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['client', 'authorize', 'token', 'revoke_token'].map((end) => repeatable('POST', `/v3/oauth/${end}`)),
    ).toEqual([false, false, false, false]);
  });
});
