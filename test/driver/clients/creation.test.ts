import { describe, expect, it } from '@jest/globals';
import { createdId, creationOf, mayCreate, removedId } from '../../../driver/clients/creation.ts';
import type { WireRequest } from '../../../driver/exchange.ts';
import { exchangeOf } from './fake-clients.ts';

const request = (method: string, path: string, body: string | null = null): WireRequest => ({
  method,
  path,
  headers: [],
  body: body === null ? null : new TextEncoder().encode(body),
});

describe('a request that may create a client', () => {
  it.each([
    ['POST', '/v3/oauth/client', true],
    ['POST', '/v3/oauth/client/', true],
    ['PUT', '/v3/oauth/client/abc', true],
    ['PATCH', '/v3/oauth/client/abc', true],
    ['POST', '/v3/OAuth/Client', true],
    ['POST', '/v3/oauth/generate_token?x=1', true],
    ['PUT', '/v3/oauth/client/list', true],
    ['POST', '/v3/oauth/client/list', false],
    ['GET', '/v3/oauth/client/abc', false],
    ['DELETE', '/v3/oauth/client/abc', false],
    ['POST', '/v3/oauth/token', false],
  ])('%s %s: %s', (method, path, expected) => {
    expect(mayCreate(request(method, path))).toBe(expected);
  });

  it('is known by the name and the description that it sends', () => {
    const body = '{"client_name":"a","client_description":"b"}';
    expect(creationOf(request('POST', '/', body))).toEqual({ name: 'a', description: 'b' });
    expect(creationOf(request('POST', '/', '{"client_name":"a"}'))).toEqual({ name: 'a', description: null });
  });

  it.each([null, '', '{', '[]', 'null', '{"client_name":7}', '{"client_description":"b"}'])(
    'is known by nothing where its body is %s',
    (body) => {
      expect(creationOf(request('POST', '/', body))).toBeNull();
    },
  );
});

describe('what an answer tells', () => {
  const post = request('POST', '/v3/oauth/client');

  it('is the id of a client that was created', () => {
    expect(createdId(exchangeOf(post, 200, { client_id: 'c1' }))).toBe('c1');
  });

  it.each([
    [400, { client_id: 'c1' }],
    [200, { client_id: '' }],
    [200, { client_id: 7 }],
    [200, null],
    [null, {}],
  ])('is no id at %s with %j', (status, json) => {
    expect(createdId(exchangeOf(post, status, json))).toBeNull();
  });

  it('is never an id of a client that was only read', () => {
    expect(createdId(exchangeOf(request('GET', '/v3/oauth/client/c1'), 200, { client_id: 'c1' }))).toBeNull();
  });

  it.each([
    ['DELETE', '/v3/oauth/client/a%20b', 200, 'a b'],
    ['DELETE', '/v3/oauth/client/c1', 404, 'c1'],
    ['DELETE', '/v3/oauth/client/c1', 500, null],
    ['DELETE', '/v3/oauth/client/c1', null, null],
    ['DELETE', '/v3/oauth/client/%zz', 200, null],
    ['DELETE', '/v3/oauth/client/', 200, null],
    ['GET', '/v3/oauth/client/c1', 404, null],
  ])('of %s %s with %s is that %s is gone', (method, path, status, id) => {
    expect(removedId(exchangeOf(request(method, path), status))).toBe(id);
  });
});
