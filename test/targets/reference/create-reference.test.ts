import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { createReference, UnknownSwitchError } from '../../../targets/reference/create-reference.ts';
import type { RunningReference } from '../../../targets/reference/create-reference.ts';

const authorization = `Basic ${Buffer.from('admin:nutanix/4u').toString('base64')}`;
const json = { authorization, 'content-type': 'application/json' };
const form = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
const callback = 'https://client.example/cb?kept=1';
const input = {
  client_name: 'a\u{1f600}',
  client_description: '',
  redirect_uris: [callback, 'https://client.example/other'],
  default_scopes: ['write', 'read'],
};

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly members: Readonly<Record<string, unknown>>;
}

let reference: RunningReference;

beforeAll(async () => {
  reference = await createReference();
});
afterAll(async () => {
  await reference.close();
});

async function send(
  method: string,
  path: string,
  headers: Record<string, string> = { authorization },
  body: string | Buffer | null = null,
): Promise<Reply> {
  const response = await request(`${reference.url}${path}`, { method: method as 'GET', headers, body });
  const text = await response.body.text();
  const members = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: response.statusCode, headers: response.headers, members };
}

const register = (change: object = {}): Promise<Reply> =>
  send('POST', '/oauth/client', json, JSON.stringify({ ...input, ...change }));
const post = (path: string, parameters: Record<string, string>): Promise<Reply> =>
  send('POST', path, form, new URLSearchParams(parameters).toString());

async function authorize(client: Reply, change: Record<string, string> = {}): Promise<URL> {
  const parameters = { response_type: 'code', confirm: 'yes', redirect_uri: callback, ...change };
  const { status, headers } = await post('/oauth/authorize', { client_id: id(client), ...parameters });
  expect(status).toBe(302);
  return new URL(String(headers['location']));
}

async function redeem(client: Reply, change: Record<string, string> = {}): Promise<Reply> {
  const code = change['code'] ?? (await authorize(client)).searchParams.get('code') ?? '';
  return post('/oauth/token', {
    grant_type: 'authorization_code',
    client_id: id(client),
    client_secret: String(client.members['client_secret']),
    redirect_uri: callback,
    code,
    ...change,
  });
}

const id = (client: Reply): string => String(client.members['client_id']);
const bearer = (token: unknown): Promise<Reply> =>
  send('GET', '/users/me', { authorization: `Bearer ${String(token)}` });
const refresh = (client: Reply, token: unknown): Promise<Reply> =>
  redeem(client, { grant_type: 'refresh_token', refresh_token: String(token), code: 'x' });

describe('the life of a client', () => {
  it('reads what was written, replaces it, and ends with its deletion', async () => {
    const client = await register();
    expect(client).toMatchObject({ status: 200, members: input });
    const path = `/oauth/client/${id(client)}`;
    expect((await send('GET', path)).members).toEqual(client.members);
    const update = { ...input, client_name: 'b', redirect_uris: [] };
    const updated = await send('PUT', path, json, JSON.stringify(update));
    const { client_secret: secret, ...others } = updated.members;
    expect({ ...others, client_secret: 'old' }).toEqual({
      ...client.members,
      ...update,
      client_secret: 'old',
    });
    expect(secret).not.toBe(client.members['client_secret']);
    const deleted = await send('DELETE', path);
    expect(deleted.members).toEqual(updated.members);
    for (const method of ['GET', 'DELETE']) {
      expect(await send(method, path)).toMatchObject({
        status: 404,
        members: { code: 404, state: 'ERROR', kind: 'oauth_client' },
      });
    }
  });

  it('lists pages in a stable order', async () => {
    for (const name of ['c', 'a', 'b']) await register({ client_name: name, client_description: 'paged' });
    const request = {
      filter: 'client_description==paged',
      sort_attribute: 'client_name',
      sort_order: 'DESCENDING',
      length: 2,
      offset: 1,
    };
    const { members } = await send('POST', '/oauth/client/list', json, JSON.stringify(request));
    expect(members).toMatchObject({
      entities: [{ client_name: 'b' }, { client_name: 'a' }],
      metadata: request,
    });
  });
});

describe('input', () => {
  it.each<[string, object, number]>([
    ['64 astral characters', { client_name: '\u{1f600}'.repeat(64) }, 200],
    ['65 characters', { client_name: 'n'.repeat(65) }, 400],
    ['1000 characters of description', { client_description: 'd'.repeat(1000) }, 200],
    ['1001 characters of description', { client_description: 'd'.repeat(1001) }, 400],
    ['empty arrays', { redirect_uris: [], default_scopes: [] }, 200],
    ['a null name', { client_name: null }, 400],
    ['a number among the scopes', { default_scopes: ['a', 1] }, 400],
    ['a missing member', { client_description: undefined }, 400],
    ['an unknown member', { extra: [[[]]] }, 200],
    ['a redirect URI with a fragment', { redirect_uris: ['https://a.example/#f'] }, 400],
    ['a relative redirect URI', { redirect_uris: ['/cb'] }, 400],
  ])('of a registration with %s is answered with its status', async (_name, change, status) => {
    expect((await register(change)).status).toBe(status);
  });

  it.each<[string, string | Buffer, string, number]>([
    ['no body', '', 'application/json', 400],
    ['broken JSON', '{', 'application/json', 400],
    ['an array', '[]', 'application/json', 400],
    ['invalid UTF-8', Buffer.from([0x7b, 0xff]), 'application/json', 400],
    ['deep JSON', '['.repeat(100_000), 'application/json', 400],
    ['more than a MiB', ' '.repeat(2 ** 20 + 1), 'application/json', 413],
    ['another media type', '{}', 'text/plain', 415],
    ['a charset', '{}', 'application/json;charset=utf-8', 200],
  ])('of a list with %s is answered with an envelope', async (_name, body, type, status) => {
    const reply = await send('POST', '/oauth/client/list', { authorization, 'content-type': type }, body);
    expect(reply.status).toBe(status);
    if (status !== 200) expect(reply.members).toMatchObject({ state: 'ERROR', code: status });
  });

  it.each([
    ['a repeated parameter', 'client_id=a&client_id=b', 400],
    ['an empty parameter', 'client_id=', 400],
    ['a bad escape', 'client_id=%zz', 400],
  ])('of an authorization with %s is refused', async (_name, body, status) => {
    expect((await send('POST', '/oauth/authorize', form, body)).status).toBe(status);
  });
});

describe('an authorization', () => {
  it('keeps the query of the redirect URI and returns the state as it was', async () => {
    const state = ' a+b&c=%41\u00e9\u{1f600}#';
    const location = await authorize(await register(), { state });
    expect(location.href.startsWith(`${callback}&code=`)).toBe(true);
    expect(location.searchParams.get('state')).toBe(state);
  });

  it('has no state and no code where none is due', async () => {
    const denied = await authorize(await register(), { confirm: 'no', state: '' });
    expect([...denied.searchParams]).toEqual([
      ['kept', '1'],
      ['error', 'access_denied'],
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['another redirect URI', { redirect_uri: `${callback}&more` }],
    ['no redirect URI where there are two', { redirect_uri: '' }],
    ['an unknown client', { client_id: 'unknown' }],
    ['another response type', { response_type: 'token' }],
    ['another word for yes', { confirm: 'YES' }],
    ['a wider scope', { scope: 'read admin' }],
  ])('with %s is refused without a redirect', async (_name, change) => {
    const parameters = {
      client_id: id(await register()),
      response_type: 'code',
      confirm: 'yes',
      redirect_uri: callback,
    };
    const { status, headers } = await post('/oauth/authorize', { ...parameters, ...change });
    expect(status).toBe(400);
    expect(headers).not.toHaveProperty('location');
  });
});

describe('a code', () => {
  it('gives tokens once, and a replay ends them', async () => {
    const client = await register();
    const code = (await authorize(client, { scope: 'read' })).searchParams.get('code') ?? '';
    const { members, headers } = await redeem(client, { code });
    expect(members).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'read' });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect((await bearer(members['access_token'])).status).toBe(200);
    expect((await redeem(client, { code })).status).toBe(400);
    expect((await bearer(members['access_token'])).headers['www-authenticate']).toMatch(/^Bearer error=/);
    expect((await refresh(client, members['refresh_token'])).status).toBe(400);
  });

  it('is redeemed once by many at the same moment', async () => {
    const client = await register();
    const code = (await authorize(client)).searchParams.get('code') ?? '';
    const replies = await Promise.all(Array.from({ length: 8 }, () => redeem(client, { code })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is bound to its client, its redirect URI and the secret', async () => {
    const [client, other] = [await register(), await register()];
    const code = (await authorize(client)).searchParams.get('code') ?? '';
    expect((await redeem(other, { code })).status).toBe(400);
    expect((await redeem(client, { code, redirect_uri: 'https://client.example/other' })).status).toBe(400);
    expect((await redeem(client, { code, client_secret: 'wrong' })).status).toBe(401);
    expect((await redeem(client, { code })).status).toBe(200);
  });
});

describe('tokens', () => {
  it('refresh for their own client only, and end with it', async () => {
    const [client, other] = [await register(), await register()];
    const { members } = await redeem(client);
    expect((await refresh(other, members['refresh_token'])).status).toBe(400);
    expect((await refresh(client, members['access_token'])).status).toBe(400);
    const second = await refresh(client, members['refresh_token']);
    expect(second.members).toMatchObject({ scope: 'write read' });
    expect(second.members['refresh_token']).not.toBe(members['refresh_token']);
    expect((await refresh(client, members['refresh_token'])).status).toBe(400);
    await send('DELETE', `/oauth/client/${id(client)}`);
    expect((await bearer(second.members['access_token'])).status).toBe(401);
  });

  it.each(['', '&token_type_hint=access_token', '&token_type_hint=refresh_token'])(
    'are revoked with the hint %j, whatever their kind',
    async (hint) => {
      const client = await register();
      const { members } = await redeem(client);
      for (const kind of ['access_token', 'refresh_token']) {
        const path = `/oauth/revoke_token?token=${String(members[kind])}${hint}`;
        expect(await send('POST', path)).toMatchObject({ status: 200, members: { state: 'COMPLETE' } });
        expect((await send('POST', path)).status).toBe(404);
      }
      expect((await bearer(members['access_token'])).status).toBe(401);
      expect((await refresh(client, members['refresh_token'])).status).toBe(400);
    },
  );

  it('are generated with a client of their own', async () => {
    const body =
      '{"client_name":"g","client_description":"","scopes":["a"],"expires_in":9223372036854775807}';
    const generated = await send('POST', '/oauth/generate_token', json, body);
    expect(generated.members).toMatchObject({ oauth_token: { expires_in: 31_536_000, scopes: ['a'] } });
    const token = generated.members['oauth_token'] as Record<string, unknown>;
    expect((await bearer(token['access_token'])).status).toBe(200);
    expect((await bearer(token['refresh_token'])).status).toBe(401);
    expect((await refresh(generated, token['refresh_token'])).status).toBe(200);
    const beyond = await send('POST', '/oauth/generate_token', json, body.replace('5807', '5808'));
    expect(beyond.status).toBe(400);
  });
});

describe('the gateway', () => {
  it.each(['', 'Basic', 'Basic !', 'Digest x', `Basic ${Buffer.from('admin:').toString('base64')}`])(
    'challenges credentials %j',
    async (value) => {
      const reply = await send('GET', '/oauth/client/x', { authorization: value });
      expect(reply).toMatchObject({ status: 401, members: { code: 401, kind: 'oauth_client' } });
      expect(reply.headers['www-authenticate']).toMatch(/^Basic realm="/);
    },
  );

  it.each([
    ['DELETE', '/oauth/token', 'POST, OPTIONS'],
    ['PATCH', '/oauth/client/x', 'GET, PUT, DELETE, HEAD, OPTIONS'],
    ['GET', '/oauth/client/list', 'POST, OPTIONS'],
    ['PROPFIND', '/oauth/idp_login', 'GET, HEAD, OPTIONS'],
  ])('does not know %s %s and says what it knows', async (method, path, allow) => {
    expect(await send(method, path)).toMatchObject({
      status: 405,
      headers: { allow },
      members: { code: 405 },
    });
  });

  it.each([
    ['/oauth/client/%zz', 400],
    ['/oauth/client/a%2Fb', 404],
    [`/oauth/client/${'x'.repeat(20_000)}`, 404],
    [`/oauth/client/${'x'.repeat(80_000)}`, 431],
    ['/oauth/client/a/b', 404],
    ['/oauth/nothing', 404],
    ['/oauth/idp_callback', 400],
    ['/oauth/idp_callback?code=%', 400],
    ['/oauth/idp_callback?code=x', 400],
  ])('answers GET %# with an envelope', async (path, status) => {
    expect(await send('GET', path)).toMatchObject({ status, members: { code: status, state: 'ERROR' } });
  });

  it('sends logins away with a fresh state each', async () => {
    const locations = new Set<unknown>();
    for (const path of ['/oauth/idp_login', '/oauth/idp_login', '/oauth/adfs_login']) {
      const { status, headers } = await send('GET', path);
      expect(status).toBe(302);
      expect(headers['location']).toMatch(/^https:.*[?&]state=[\w-]{32}$/);
      locations.add(headers['location']);
    }
    expect(locations.size).toBe(3);
  });

  it('answers what is not HTTP with an envelope', async () => {
    const socket = connect(Number(new URL(reference.url).port), '127.0.0.1');
    socket.end('FOO / HTTP/1.1\r\n\r\n');
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*"state":"ERROR"/);
  });
});

it('createReference refuses a fault that does not exist', async () => {
  await expect(createReference({ faults: ['nonsense'] })).rejects.toThrow(UnknownSwitchError);
});
