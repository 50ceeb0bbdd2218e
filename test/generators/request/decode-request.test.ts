import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WireRequest } from '../../../driver/exchange.ts';
import { decodeRequest } from '../../../generators/request/decode-request.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';
import { operationPaths } from '../../../spec/operation-ids.ts';
import type { OperationId } from '../../../spec/operation-ids.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

type Label = 'valid' | 'invalid' | 'neither';
type Row = readonly [label: Label, at: string, body: string | Uint8Array];

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

function decode(
  id: OperationId,
  {
    body = null,
    mediaType = null,
    query = '',
    method,
    path,
  }: {
    body?: string | Uint8Array | null;
    mediaType?: string | null;
    query?: string;
    method?: string;
    path?: string;
  },
) {
  const [ownMethod, ownPath] = operationPaths[id];
  const wire: WireRequest = {
    method: method ?? ownMethod,
    path: `${contract.basePath}${path ?? ownPath.replace('{client_id}', 'abc')}${query}`,
    headers: mediaType === null ? [] : [['Content-Type', mediaType]],
    body: body === null ? null : Buffer.from(body),
  };
  const { label, at } = decodeRequest(contract, contract.operations[id], wire);
  return [label, at];
}

function client(changes: Readonly<Record<string, unknown>> = {}): string {
  const base = {
    client_name: 'a',
    client_description: 'b',
    redirect_uris: ['https://app.example.com/cb'],
    default_scopes: ['all'],
  };
  return JSON.stringify({ ...base, ...changes });
}

describe('a registration', () => {
  const rows: readonly Row[] = [
    ['valid', '', client()],
    ['valid', '', `\r\n ${client()}\t`],
    ['valid', '', client({ client_name: '' })],
    ['valid', '', client({ client_name: 'x'.repeat(64) })],
    ['valid', '', client({ client_name: '\u{1F600}'.repeat(64) })],
    ['invalid', '/client_name', client({ client_name: '\u{1F600}'.repeat(65) })],
    ['invalid', '/client_name', client({ client_name: 'x'.repeat(65) })],
    ['valid', '', client({ client_description: 'x'.repeat(1000) })],
    ['invalid', '/client_description', client({ client_description: 'x'.repeat(1001) })],
    ['invalid', '', client({ client_name: undefined })],
    ['invalid', '', client({ redirect_uris: undefined })],
    ['invalid', '/client_name', client({ client_name: null })],
    ['invalid', '/client_name', client({ client_name: 1 })],
    ['invalid', '/client_description', client({ client_description: ['b'] })],
    ['invalid', '/redirect_uris', client({ redirect_uris: 'https://app.example.com/cb' })],
    ['invalid', '/redirect_uris/0', client({ redirect_uris: [1] })],
    ['invalid', '/default_scopes/1', client({ default_scopes: ['all', null] })],
    ['valid', '', client({ redirect_uris: [], default_scopes: [] })],
    ['valid', '', client({ redirect_uris: ['http://localhost:3000/cb', 'https://a.example:65535?x=%2F'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['/callback'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: [''] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['javascript:alert(1)'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['http://app.example.com/cb'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['com.example.app:/cb'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['https://u@app.example.com/cb'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['https://app.example.com/%zz'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['https://app.example.com/a/../b'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['https://app.example.com:99999/'] })],
    ['neither', '/redirect_uris/0', client({ redirect_uris: ['https://*.example.com/'] })],
    ['invalid', '/redirect_uris/0', client({ redirect_uris: ['https://app.example.com/cb#top'] })],
    ['invalid', '/redirect_uris/0', client({ redirect_uris: ['https://app.example.com/cb#'] })],
    ['neither', '/redirect_uris', client({ redirect_uris: ['https://a.example', 'https://a.example'] })],
    ['neither', '/default_scopes/0', client({ default_scopes: ['two words'] })],
    ['neither', '/default_scopes/0', client({ default_scopes: [''] })],
    ['valid', '', client({ client_name: '\u05D0\u0301 "\'%+&=#<\u{1F600}' })],
    ['neither', '/client_name', client({ client_name: 'a\u0000b' })],
    ['neither', '/client_name', client({ client_name: 'a\nb' })],
    ['neither', '/client_name', client({ client_name: '\uFFFF' })],
    [
      'neither',
      '/client_name',
      '{"client_name":"\\ud800",' + client().slice(1 + '"client_name":"a",'.length),
    ],
    ['neither', '/x', client({ x: 1 })],
    ['neither', '/client_id', client({ client_id: 'mine' })],
    ['neither', '/client_name', `{"client_name":"x",${client().slice(1)}`],
    ['neither', '/client_name', `{"client_name":1,${client().slice(1)}`],
    ['neither', '/client_name', `{"client_n\\u0061me":"x",${client().slice(1)}`],
    ['neither', '/x/y', client({ x: 0 }).replace('"x":0', '"x":{"y":1,"y":2}')],
    ['neither', '', `\uFEFF${client()}`],
    ['neither', '', Buffer.from(client({ client_name: '\u00E9' }), 'latin1')],
    ['invalid', '', ''],
    ['invalid', '', ' '],
    ['invalid', '', client().slice(0, -1)],
    ['invalid', '', client().replace('"a"', "'a'")],
    ['invalid', '', `${client()}x`],
    ['invalid', '', client().replace(/}$/, ',}')],
    ['invalid', '', 'null'],
    ['invalid', '', '[]'],
    ['invalid', '', '"text"'],
    ['invalid', '', '['.repeat(20_000) + ']'.repeat(20_000)],
  ];
  it.each(rows)('is %s at "%s": %s', (label, at, body) => {
    expect(decode('oauth_client_post', { body, mediaType: json })).toEqual([label, at]);
  });

  it.each([
    ['valid', 'Application/JSON ; charset="UTF-8"'],
    ['neither', null],
    ['neither', 'text/plain'],
    ['neither', 'application/vnd.x+json'],
    ['neither', 'application/json; charset=utf-16'],
  ] as const)('is %s as %s', (label, mediaType) => {
    expect(decode('oauth_client_post', { body: client(), mediaType })[0]).toBe(label);
  });

  it('is invalid by another method or at another path', () => {
    const request = { body: client(), mediaType: json };
    expect(decode('oauth_client_post', { ...request, method: 'PATCH' })).toEqual(['invalid', 'method']);
    expect(decode('oauth_client_post', { ...request, path: '/oauth/clients' })).toEqual(['invalid', 'path']);
    expect(decode('oauth_client_post', { ...request, query: '?x=1' })).toEqual(['neither', 'query:x']);
  });
});

describe('a list of clients', () => {
  const rows: readonly Row[] = [
    ['valid', '', '{}'],
    ['valid', '', '{"length":1,"offset":0,"sort_order":"DESCENDING","kind":"oauth_client"}'],
    ['valid', '', '{"length":500}'],
    ['neither', '/length', '{"length":2147483647}'],
    ['invalid', '/length', '{"length":2147483648}'],
    ['invalid', '/length', '{"length":0}'],
    ['invalid', '/length', '{"length":1.5}'],
    ['invalid', '/length', '{"length":"1"}'],
    ['invalid', '/length', '{"length":1e99}'],
    ['invalid', '/length', '{"length":true}'],
    ['neither', '/length', '{"length":1.0}'],
    ['neither', '/length', '{"length":1e1}'],
    ['invalid', '/offset', '{"offset":-1}'],
    ['neither', '/offset', '{"offset":-0}'],
    ['invalid', '/kind', '{"kind":"vm"}'],
    ['invalid', '/sort_order', '{"sort_order":"ascending"}'],
    ['valid', '', '{"sort_attribute":"client_name"}'],
    ['neither', '/sort_attribute', '{"sort_attribute":"nope"}'],
    ['valid', '', '{"filter":"client_name==x"}'],
    ['neither', '/filter', '{"filter":"not fiql"}'],
    ['neither', '/filter', '{"filter":""}'],
  ];
  it.each(rows)('is %s at "%s": %s', (label, at, body) => {
    expect(decode('oauth_client_list_post', { body, mediaType: json })).toEqual([label, at]);
  });
});

describe('a token generation', () => {
  const request = (lifetime: string) =>
    `{"client_name":"a","client_description":"b","scopes":["all"],"expires_in":${lifetime}}`;
  it.each([
    ['valid', '3600'],
    ['neither', '0'],
    ['neither', '-1'],
    ['neither', '9223372036854775807'],
    ['neither', '-9223372036854775808'],
    ['invalid', '9223372036854775808'],
    ['invalid', '-9223372036854775809'],
    ['invalid', '1e400'],
    ['invalid', '60.5'],
    ['invalid', '"60"'],
    ['invalid', 'null'],
    ['invalid', 'NaN'],
    ['neither', '6e1'],
  ] as const)('is %s with a lifetime of %s', (label, lifetime) => {
    const body = request(lifetime);
    expect(decode('oauth_generate_token_post', { body, mediaType: json })[0]).toBe(label);
  });
});

describe('the scopes of a token generation', () => {
  it.each([
    ['valid', '["all","read"]'],
    ['neither', '[]'],
    ['neither', '[""]'],
    ['invalid', '"all"'],
  ] as const)('make it %s: %s', (label, scopes) => {
    const body = `{"client_name":"a","client_description":"b","scopes":${scopes}}`;
    expect(decode('oauth_generate_token_post', { body, mediaType: json })[0]).toBe(label);
  });
});

describe('an authorization', () => {
  const good = 'client_id=abc&response_type=code&confirm=yes';
  const rows: readonly Row[] = [
    ['valid', '', good],
    ['valid', '', `${good}&state=a+b%20c%2B%F0%9F%98%80&scope=all&redirect_uri=https%3A%2F%2Fa.example`],
    ['valid', '', 'response_type=code&client%5Fid=abc&confirm=no&x_unknown=1'],
    ['invalid', 'form:client_id', 'response_type=code&confirm=yes'],
    ['invalid', 'form:client_id', 'client_id=&response_type=code&confirm=yes'],
    ['invalid', 'form:response_type', 'client_id=a&response_type=token&confirm=yes'],
    ['invalid', 'form:response_type', 'client_id=a&response_type=CODE&confirm=yes'],
    ['invalid', 'form:confirm', 'client_id=a&response_type=code&confirm=true'],
    ['invalid', 'form:state', `${good}&state=1&state=1`],
    ['neither', 'form:x', `${good}&x=1&x=1`],
    ['neither', 'form:state', `${good}&state=`],
    ['neither', '', `${good}&state=%`],
    ['neither', '', `${good}&state=%ff`],
    ['neither', '', `${good}&state=%e0%80`],
    ['neither', '', `${good}&&`],
    ['neither', '', `${good}&state`],
    ['neither', '', `${good}&state=\u00E9`],
    ['neither', '', `${good}&state=a b`],
    ['neither', 'form:state', `${good}&state=a%00`],
    ['neither', 'form:state', `${good}&state=a%0D%0Ab`],
    ['neither', 'form:scope', `${good}&scope=%22`],
    ['invalid', '', ''],
  ];
  it.each(rows)('is %s at "%s": %s', (label, at, body) => {
    expect(decode('oauth_authorize_post', { body, mediaType: form })).toEqual([label, at]);
  });

  it.each([
    ['valid', `${form};charset=UTF-8`],
    ['neither', `${form};charset=latin1`],
    ['neither', null],
    ['invalid', json],
    ['invalid', 'multipart/form-data; boundary=x'],
  ] as const)('is %s as %s', (label, mediaType) => {
    expect(decode('oauth_authorize_post', { body: good, mediaType })[0]).toBe(label);
  });
});

describe('a token request', () => {
  const credentials = 'client_id=a&client_secret=b';
  const rows: readonly Row[] = [
    ['valid', '', `grant_type=authorization_code&${credentials}&code=c&redirect_uri=d`],
    ['valid', '', `grant_type=refresh_token&${credentials}&refresh_token=c`],
    ['invalid', 'form:code', `grant_type=authorization_code&${credentials}&redirect_uri=d`],
    ['invalid', 'form:redirect_uri', `grant_type=authorization_code&${credentials}&code=c`],
    ['invalid', 'form:refresh_token', `grant_type=refresh_token&${credentials}&code=c&redirect_uri=d`],
    ['invalid', 'form:grant_type', `grant_type=password&${credentials}`],
    ['invalid', 'form:grant_type', `grant_type=__proto__&${credentials}`],
    ['invalid', 'form:client_secret', 'grant_type=refresh_token&client_id=a&refresh_token=c'],
    ['invalid', 'form:client_id', `grant_type=refresh_token&${credentials}&refresh_token=c&client_id=a`],
  ];
  it.each(rows)('is %s at "%s": %s', (label, at, body) => {
    expect(decode('oauth_token_post', { body, mediaType: form })).toEqual([label, at]);
  });
});

describe('a request without a body', () => {
  it.each([
    ['valid', '', 'oauth_revoke_token_post', '?token=a'],
    ['valid', '', 'oauth_revoke_token_post', '?token_type_hint=refresh_token&token=a%2Bb'],
    ['invalid', 'query:token', 'oauth_revoke_token_post', ''],
    ['invalid', 'query:token', 'oauth_revoke_token_post', '?token='],
    ['invalid', 'query:token_type_hint', 'oauth_revoke_token_post', '?token=a&token_type_hint=foo'],
    ['neither', 'query:token', 'oauth_revoke_token_post', '?token=a&token=b'],
    ['neither', 'query:token', 'oauth_revoke_token_post', '?token=a%00'],
    ['neither', 'query', 'oauth_revoke_token_post', '?token=%zz'],
    ['neither', 'query:x', 'oauth_revoke_token_post', '?token=a&x=1'],
    ['valid', '', 'oauth_idp_callback_get', '?code=a&state=b'],
    ['invalid', 'query:code', 'oauth_idp_callback_get', '?state=b'],
    ['valid', '', 'oauth_idp_login_get', ''],
    ['neither', 'query:next', 'oauth_adfs_login_get', '?next=x'],
  ] as const)('is %s at "%s": %s %s', (label, at, id, query) => {
    expect(decode(id, { query })).toEqual([label, at]);
  });

  it.each([
    ['valid', '', '/oauth/client/a%20b'],
    ['neither', 'path', '/oauth/client/%zz'],
    ['neither', 'path', '/oauth/client/%00'],
    ['invalid', 'path', '/oauth/client/'],
    ['invalid', 'path', '/oauth/client/a/b'],
  ])('is %s at "%s" by its path: %s', (label, at, path) => {
    expect(decode('oauth_client_client_id_get', { path })).toEqual([label, at]);
  });

  it('is neither valid nor invalid with a body that nobody asked for', () => {
    expect(decode('oauth_idp_login_get', { body: '{}', mediaType: json })[0]).toBe('neither');
    expect(decode('oauth_revoke_token_post', { query: '?token=a', body: '', mediaType: json })[0]).toBe(
      'valid',
    );
  });
});
