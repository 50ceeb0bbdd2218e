import { describe, expect, it } from '@jest/globals';
import { isReading, isRepeatable } from '../../driver/reading.ts';

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
