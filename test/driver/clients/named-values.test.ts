import { describe, expect, it } from '@jest/globals';
import { clientsIn, clientsShownBy, tokensHandedBy, tokensIn } from '../../../driver/clients/named-values.ts';
import type { WireRequest } from '../../../driver/exchange.ts';
import { exchangeOf } from './fake-clients.ts';

const request = (method: string, path: string, body: string | null = null): WireRequest => ({
  method,
  path,
  headers: [],
  body: body === null ? null : new TextEncoder().encode(body),
});

describe('the clients that a request names', () => {
  it.each([
    '/v3/oauth/client/abc',
    '/v3/oauth/client/abc?x=1',
    '/v3/oauth/client/abc/',
    '/v3//oauth//client//abc',
    '/v3/oauth/client/./abc',
    '/v3/oauth/client/x/../abc',
    '/v3/oauth/client/x/..%2Fabc',
    '/v3/oauth/client%2Fabc',
    '/v3/OAUTH/Client/abc',
    '/v3/oauth/cl%69ent/%61bc',
    '/v3/oauth/client/%2561bc',
    '/v3/oauth/client/abc;v=1',
    '/v3/oauth/client;v=1/abc',
    '/v3/oauth/client\\abc',
  ])('are found in the path %s', (path) => {
    expect(clientsIn(request('DELETE', path))).toContain('abc');
  });

  it.each([
    'grant_type=x&client_id=abc',
    'client_id=%61bc',
    '{"client_id":"abc"}',
    ' {"Client_ID":"abc"}',
    '--b\r\nContent-Disposition: form-data; name="client_id"\r\n\r\nabc\r\n--b--',
  ])('are found in the body %j', (body) => {
    expect(clientsIn(request('POST', '/v3/oauth/token', body))).toContain('abc');
  });

  it('are found in the query', () => {
    expect(clientsIn(request('POST', '/v3/oauth/authorize?client_id=abc'))).toEqual(['abc']);
  });

  it('are none in a list, a registration, or in what only looks like a name', () => {
    expect(clientsIn(request('POST', '/v3/oauth/client/list', '{"length":1}'))).toEqual([]);
    expect(clientsIn(request('POST', '/v3/oauth/client', '{"client_name":"abc"}'))).toEqual([]);
    expect(clientsIn(request('POST', '/v3/oauth/token', 'my_client_id=abc'))).toEqual([]);
    expect(clientsIn(request('POST', '/v3/oauth/token', '{"client_id":7'))).toEqual([]);
  });
});

describe('the tokens that a request names', () => {
  it('are found in the query and in the body', () => {
    expect(tokensIn(request('POST', '/v3/oauth/revoke_token?token=a%20b&token_type_hint=x'))).toEqual([
      'a b',
    ]);
    expect(tokensIn(request('POST', '/v3/oauth/revoke_token?TOKEN=a&token=b'))).toEqual(['a', 'b']);
    expect(tokensIn(request('POST', '/v3/oauth/token', 'refresh_token=r'))).toEqual(['r']);
  });
});

describe('what an answer shows', () => {
  const get = request('GET', '/v3/oauth/client/a');

  it('is the client, or the clients of a list', () => {
    expect(clientsShownBy(exchangeOf(get, 200, { client_id: 'a' }))).toEqual(['a']);
    const entities = [{ client_id: 'a' }, { client_id: 7 }, null, { client_id: 'b' }];
    expect(clientsShownBy(exchangeOf(get, 200, { entities }))).toEqual(['a', 'b']);
  });

  it('is nothing in an error, or where there is no answer', () => {
    expect(clientsShownBy(exchangeOf(get, 404, { client_id: 'a' }))).toEqual([]);
    expect(clientsShownBy(exchangeOf(get, null))).toEqual([]);
  });

  it('are the tokens of a grant, and those that come with a client', () => {
    const pair = { access_token: 'a', refresh_token: 'r' };
    expect(tokensHandedBy(exchangeOf(get, 200, pair)).map(({ at }) => at)).toEqual([
      '/access_token',
      '/refresh_token',
    ]);
    expect(tokensHandedBy(exchangeOf(get, 200, { oauth_token: pair }))).toEqual([
      { at: '/oauth_token/access_token', value: 'a' },
      { at: '/oauth_token/refresh_token', value: 'r' },
    ]);
  });
});
