import { Pool } from 'undici';

const login = `Basic ${Buffer.from('admin:nutanix/4u').toString('base64')}`;
const jsonType = 'application/json';
const formType = 'application/x-www-form-urlencoded';
/** Far beyond what a loaded machine needs, far below a test's patience. */
const deadlineMs = 1500;

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly members: Readonly<Record<string, unknown>>;
}

interface Extra {
  readonly body?: string | Uint8Array;
  readonly headers?: Record<string, string>;
  readonly anonymous?: boolean;
  /** Not written down: for requests whose order is chance. */
  readonly quiet?: boolean;
}

/** An answer is not the expected one. */
export class DifferentAnswer extends Error {}

/** Sends one request and writes down how it went. */
type Send = (method: string, path: string, extra?: Extra) => Promise<Reply>;

/**
 * Sends the same many requests to any target and tells what came back, with random values numbered. Where other
 * answers are expected it stops at the first that differs, with a `DifferentAnswer`.
 */
export async function driveTraffic(url: string, expected?: readonly string[]): Promise<readonly string[]> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 8 });
  const log: string[] = [];
  const ordinals = new Map<string, number>();
  const number = (text: string): string =>
    text.replace(/[\w-]{20,}/g, (value) => {
      const ordinal = ordinals.get(value) ?? ordinals.size;
      ordinals.set(value, ordinal);
      return `<${value.length}#${ordinal}>`;
    });
  const note = (line: string): void => {
    const numbered = number(line);
    if (expected !== undefined && numbered !== expected[log.length]) throw new DifferentAnswer(numbered);
    log.push(numbered);
  };
  const send: Send = async (method, path, extra = {}) => {
    const reply = await exchange(pool, method, `${pathname}${path}`, extra);
    if (extra.quiet !== true) note(`${method} ${path}: ${reply.line}`);
    return reply;
  };
  try {
    for (const drive of [
      driveClients,
      driveRaces,
      driveGenerated,
      driveInput,
      driveGrants,
      driveRedirects,
      driveEdges,
      driveLists,
    ]) {
      await drive(send);
    }
  } finally {
    await pool.destroy();
  }
  return log;
}

async function exchange(
  pool: Pool,
  method: string,
  path: string,
  { body, headers = {}, anonymous = false }: Extra,
): Promise<Reply & { readonly line: string }> {
  try {
    const response = await pool.request({
      method,
      path,
      headers: { ...(anonymous ? {} : { authorization: login }), ...headers },
      body: body ?? null,
      signal: AbortSignal.timeout(deadlineMs),
    });
    const text = await response.body.text();
    const { date, ...others } = response.headers;
    const line = `${response.statusCode} ${JSON.stringify(others)} ${date === undefined} ${text}`;
    return { status: response.statusCode, headers: response.headers, members: parseMembers(text), line };
  } catch (error) {
    const line = error instanceof Error ? error.name : String(error);
    return { status: 0, headers: {}, members: {}, line };
  }
}

function parseMembers(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const json = (value: unknown): Extra => ({
  body: JSON.stringify(value),
  headers: { 'content-type': jsonType },
});
const form = (value: Record<string, string>): Extra => ({
  body: new URLSearchParams(value).toString(),
  headers: { 'content-type': formType },
});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const input = {
  client_name: ' Näme\r\n<&>\u{1f600}e\u0301\t+ ',
  client_description: 'd'.repeat(300),
  redirect_uris: [
    'https://Client.example.com/cb?b=2',
    'https://client.example.com/cb',
    'https://client.example.com/cb',
  ],
  default_scopes: ['write', 'read', 'write'],
};

async function register(send: Send, change: object = {}): Promise<{ id: string; secret: string }> {
  const { members } = await send('POST', '/oauth/client', json({ ...input, ...change }));
  return { id: text(members['client_id']), secret: text(members['client_secret']) };
}

async function driveClients(send: Send): Promise<void> {
  const { id } = await register(send);
  const other = await register(send, { client_description: '', redirect_uris: [], default_scopes: [] });
  await register(send, { default_scopes: ['', 'a'], client_name: 'a\0b  c' });
  await register(send, { redirect_uris: Array.from({ length: 12 }, (_, i) => `https://a.example/${i}`) });
  await register(send, { client_id: 'chosen' });
  await send('GET', `/oauth/client/${id}`);
  const update = {
    ...input,
    client_name: 'Renamed',
    client_description: '',
    redirect_uris: ['https://new.example/cb'],
  };
  for (const target of [id, id, 'unknown-client']) {
    await send('PUT', `/oauth/client/${target}`, json(update));
    await send('GET', `/oauth/client/${target}`);
  }
  await send('PUT', `/oauth/client/${id}`, json({ client_name: 'Half', client_description: 1 }));
  await send('PUT', `/oauth/client/${id}`, { ...json(input), anonymous: true });
  await send('DELETE', `/oauth/client/${other.id}`, { anonymous: true });
  await send('GET', `/oauth/client/${other.id}`);
  await send('GET', `/oauth/client/${id}`);
  for (const method of ['DELETE', 'GET', 'DELETE']) await send(method, `/oauth/client/${other.id}`);
  await register(send);
  await send('GET', `/oauth/client/${id}`);
}

/** Requests that arrive together: only what they leave behind is written down. */
async function driveRaces(send: Send): Promise<void> {
  const { id } = await register(send);
  const put = (name: string) =>
    json({ ...input, client_name: name, client_description: name, redirect_uris: [] });
  const racers = ['a', 'b', 'a', 'b'].map((name) =>
    send('PUT', `/oauth/client/${id}`, { ...put(name), quiet: true }),
  );
  await Promise.all(racers);
  const { members } = await send('GET', `/oauth/client/${id}`, { quiet: true });
  await send('GET', `/users/me?whole=${members['client_name'] === members['client_description']}`);
  await Promise.all([
    send('DELETE', `/oauth/client/${id}`, { quiet: true }),
    send('PUT', `/oauth/client/${id}`, { ...put('late'), quiet: true }),
  ]);
  await send('GET', `/oauth/client/${id}`);
}

/** Generated clients of one name: what is done to one is not done to the other, and is done. */
async function driveGenerated(send: Send): Promise<void> {
  const generate = async (): Promise<{ readonly id: string; readonly access: string }> => {
    const body = json({ client_name: 'twin', client_description: 't', scopes: ['a'] });
    const { members } = await send('POST', '/oauth/generate_token', body);
    const issued = (members['oauth_token'] ?? {}) as Record<string, unknown>;
    return { id: text(members['client_id']), access: text(issued['access_token']) };
  };
  const [one, other, third] = [await generate(), await generate(), await generate()];
  const use = (access: string): Promise<Reply> =>
    send('GET', '/users/me', { anonymous: true, headers: { authorization: `Bearer ${access}` } });
  await send('POST', `/oauth/revoke_token?token=${third.access}`);
  await use(third.access);
  await send('DELETE', `/oauth/client/${one.id}`);
  await send('GET', `/oauth/client/${one.id}`);
  await use(other.access);
}

async function driveInput(send: Send): Promise<void> {
  const changes: readonly object[] = [
    { client_name: 'n'.repeat(64) },
    { client_name: 'n'.repeat(65) },
    { client_name: '\u{1f600}'.repeat(64) },
    { client_name: 'é'.repeat(64) },
    { client_name: '' },
    { client_name: null },
    { client_name: 5 },
    { client_name: '\ud800' },
    { client_name: '\0' },
    { client_description: 'd'.repeat(1000) },
    { client_description: 'd'.repeat(1001) },
    { client_description: 'd'.repeat(9999) },
    { client_description: undefined },
    { redirect_uris: 'https://a.example/' },
    { redirect_uris: [1] },
    { redirect_uris: ['https://a.example/#f'] },
    { redirect_uris: undefined },
    { extra: true },
    { deep: JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown },
  ];
  for (const change of changes) await register(send, change);
  const generated = { client_name: 'g', client_description: 'g', scopes: ['a', 'b'] };
  for (const expires of [60, 0, '60', 1.5, 2 ** 32, 2 ** 63, null]) {
    await send('POST', '/oauth/generate_token', json({ ...generated, expires_in: expires }));
  }
  await send('POST', '/oauth/generate_token', { ...json(generated), anonymous: true });
  await send('POST', '/oauth/client', { ...json(input), anonymous: true });
  for (const body of ['', '{', '[]', 'null', '{},']) {
    for (const path of ['/oauth/client', '/oauth/client/list']) {
      await send('POST', path, { body, headers: { 'content-type': jsonType } });
    }
  }
  await send('POST', '/oauth/client', {
    body: Buffer.from([0x22, 0xff, 0x22]),
    headers: { 'content-type': jsonType },
  });
  await send('POST', '/oauth/client', {
    body: JSON.stringify(input),
    headers: { 'content-type': 'text/plain' },
  });
}

async function driveGrants(send: Send): Promise<void> {
  const uri = 'https://one.example/cb';
  const only = { redirect_uris: [uri], default_scopes: ['read', 'write'] };
  const client = await register(send, only);
  const other = await register(send, only);
  const two = await register(send, { redirect_uris: ['https://a.example/1', 'https://a.example/2'] });
  await send('POST', '/oauth/authorize', form({ client_id: two.id, response_type: 'code', confirm: 'yes' }));
  const authorize = async (change: Record<string, string> = {}): Promise<string> => {
    const base = {
      client_id: client.id,
      response_type: 'code',
      confirm: 'yes',
      redirect_uri: uri,
      state: ' +&=% é ',
    };
    const { headers } = await send('POST', '/oauth/authorize', form({ ...base, ...change }));
    const location = text(headers['location']);
    return URL.canParse(location) ? (new URL(location).searchParams.get('code') ?? '') : '';
  };
  const token = async (change: Record<string, string>): Promise<{ access: string; refresh: string }> => {
    const base = { client_id: client.id, client_secret: client.secret, redirect_uri: uri };
    const { members } = await send('POST', '/oauth/token', form({ ...base, ...change }));
    return { access: text(members['access_token']), refresh: text(members['refresh_token']) };
  };
  const use = (value: string, scheme = 'Bearer'): Promise<Reply> =>
    send('GET', '/users/me', { anonymous: true, headers: { authorization: `${scheme} ${value}` } });
  const redeem = { grant_type: 'authorization_code' };
  const again = { grant_type: 'refresh_token' };
  await authorize({ state: 's'.repeat(300) });
  await authorize({ state: '' });
  await authorize({ redirect_uri: '' });
  await authorize({ confirm: 'no' });
  await authorize({ confirm: 'true' });
  await authorize({ response_type: 'token' });
  await authorize({ scope: 'admin' });
  await authorize({ scope: 'readwrite' });
  await authorize({ client_id: 'unknown' });
  await authorize({ extra: 'x' });
  const code = await authorize({ scope: 'read' });
  const contested = await authorize();
  const racer = {
    ...form({
      ...redeem,
      client_id: client.id,
      client_secret: client.secret,
      redirect_uri: uri,
      code: contested,
    }),
    quiet: true,
  };
  const race = await Promise.all([1, 2, 3].map(() => send('POST', '/oauth/token', racer)));
  await send('GET', `/users/me?redeemed=${race.filter(({ status }) => status === 200).length}`);
  await use(code);
  for (const change of [
    { client_secret: 'wrong' },
    { client_secret: client.secret.slice(0, -1) },
    { client_secret: `${client.secret}x` },
    { client_secret: client.secret.toUpperCase() },
    { client_secret: `${client.secret.slice(0, -1)}~` },
    { client_secret: other.secret },
    { client_id: 'unknown' },
    { redirect_uri: '' },
    { code: '' },
    { code: 'invented' },
    { code: code.toUpperCase() },
    { redirect_uri: 'https://one.example/other' },
    { redirect_uri: 'https://other.example/cb' },
    { client_id: other.id, client_secret: other.secret },
    { grant_type: 'password' },
    { grant_type: 'AUTHORIZATION_CODE' },
    { extra: 'x' },
  ]) {
    await token({ ...redeem, code: await authorize({ scope: 'read' }), ...change });
  }
  for (let i = 0; i < 2; i += 1) await token({ ...redeem, code });
  const first = await token({ ...redeem, code: await authorize({ scope: 'read' }) });
  await token({ ...redeem, code: await authorize({ scope: '' }) });
  for (const scheme of ['Bearer', 'bearer', 'Odd']) await use(first.access, scheme);
  await use(`${first.access.slice(0, -1)}~`);
  await use(first.access.toUpperCase());
  await use(first.refresh);
  await send('GET', `/users/me?access_token=${first.access}`, { anonymous: true });
  const second = await token({ ...again, refresh_token: first.refresh });
  await token({ ...again, refresh_token: first.refresh });
  for (const change of [
    { client_id: other.id, client_secret: other.secret },
    { client_secret: 'x' },
    { refresh_token: second.access },
    { refresh_token: 'invented' },
  ]) {
    await token({ ...again, refresh_token: second.refresh, ...change });
  }
  const refreshed = await token({ ...again, refresh_token: second.refresh });
  await use(refreshed.access);
  const rival = form({
    ...again,
    client_id: client.id,
    client_secret: client.secret,
    refresh_token: refreshed.refresh,
  });
  const successors = await Promise.all(
    [1, 2, 3].map(() => send('POST', '/oauth/token', { ...rival, quiet: true })),
  );
  await send('GET', `/users/me?refreshed=${successors.filter(({ status }) => status === 200).length}`);
  await token({ ...redeem, code: refreshed.access });
  await token({ ...redeem, code: await authorize(), code_verifier: 'v'.repeat(43) });
  await authorize({ state: 'a\r\nX-Split: yes' });
  await send('POST', `/oauth/revoke_token?token=${refreshed.access}`, { anonymous: true });
  await use(refreshed.access);
  const replayed = await authorize();
  const victim = await token({ ...redeem, code: replayed });
  await token({ ...redeem, code: replayed });
  await use(victim.access);
  const revoke = async (value: string, query = ''): Promise<void> => {
    await send('POST', `/oauth/revoke_token?token=${encodeURIComponent(value)}${query}`);
  };
  const { members } = await send(
    'POST',
    '/oauth/generate_token',
    json({ client_name: 'g', client_description: 'g', scopes: ['a'] }),
  );
  await send('GET', `/oauth/client/${text(members['client_id'])}`);
  const issued = (members['oauth_token'] ?? {}) as Record<string, unknown>;
  await use(text(issued['access_token']));
  await token({
    ...again,
    refresh_token: text(issued['refresh_token']),
    client_id: text(members['client_id']),
    client_secret: text(members['client_secret']),
  });
  const { members: brief } = await send(
    'POST',
    '/oauth/generate_token',
    json({ client_name: 'g', client_description: 'g', scopes: ['a'], expires_in: 1 }),
  );
  for (const [kind, hint] of [
    ['access', ''],
    ['refresh', ''],
    ['refresh', '&token_type_hint=access_token'],
    ['access', '&token_type_hint=refresh_token'],
  ] as const) {
    const pair = await token({ ...redeem, code: await authorize() });
    await revoke(`${pair[kind].slice(0, -1)}~`);
    await revoke(pair[kind].replace(/^./, (c) => `%${c.charCodeAt(0).toString(16)}`));
    await send(
      'POST',
      `/oauth/revoke_token?token=%${pair[kind].charCodeAt(0).toString(16)}${pair[kind].slice(1)}${hint}`,
    );
    await use(pair.access);
    await token({ ...again, refresh_token: pair.refresh });
    await use(text(issued['access_token']));
  }
  await revoke('unknown');
  await revoke('');
  await revoke('unknown', '&token_type_hint=foo');
  await send('POST', '/oauth/revoke_token?token=%zz');
  const rotated = await send(
    'PUT',
    `/oauth/client/${client.id}`,
    json({ ...input, redirect_uris: ['https://next.example/cb'], default_scopes: ['read', 'write'] }),
  );
  await authorize();
  const late = await authorize({ redirect_uri: 'https://next.example/cb' });
  await token({ ...redeem, code: late, redirect_uri: 'https://next.example/cb' });
  await token({
    ...redeem,
    code: await authorize({ redirect_uri: 'https://next.example/cb' }),
    client_secret: text(rotated.members['client_secret']),
    redirect_uri: 'https://next.example/cb',
  });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await use(text((brief['oauth_token'] as Record<string, unknown> | undefined)?.['access_token']));
  const last = await token({
    ...redeem,
    code: await authorize({ redirect_uri: 'https://next.example/cb' }),
    redirect_uri: 'https://next.example/cb',
  });
  await send('DELETE', `/oauth/client/${client.id}`);
  await use(last.access);
  await use(text(issued['access_token']));
  await authorize({ redirect_uri: 'https://next.example/cb' });
  await send(
    'POST',
    '/oauth/authorize',
    form({ client_id: other.id, response_type: 'code', confirm: 'yes' }),
  );
}

async function driveRedirects(send: Send): Promise<void> {
  const registered = [
    'https://a.example:8443/cb?x=1',
    'https://b.example/cb/',
    'https://c.example/*',
    'HTTPS://D.example/Cb',
  ];
  const { id } = await register(send, { redirect_uris: registered });
  for (const uri of [
    ...registered,
    'https://a.example:8443/cb?x=1&y=2',
    'https://a.example:8443/cb',
    'https://a.example/cb?x=1',
    'http://a.example:8443/cb?x=1',
    'https://sub.a.example:8443/cb?x=1',
    'https://evil@b.example/cb/',
    'https://b.example/cb',
    'https://b.example/cb/#f',
    'https://b.example/x/../cb/',
    'https://b.example/other',
    'https://B.example/cb/',
    'https://c.example/any',
    'https://evil.example/?u=https://b.example/cb/',
    'https://one.example/cb',
    'not a uri é',
  ]) {
    await send(
      'POST',
      '/oauth/authorize',
      form({ client_id: id, response_type: 'code', confirm: 'yes', redirect_uri: uri }),
    );
  }
  await send(
    'POST',
    '/oauth/authorize',
    form({ client_id: 'unknown', redirect_uri: 'https://b.example/cb/' }),
  );
}

async function driveEdges(send: Send): Promise<void> {
  const basic = (value: string): Extra => ({
    headers: { authorization: `Basic ${Buffer.from(value).toString('base64')}` },
  });
  for (const value of [
    'admin:NUTANIX/4U',
    'admin:',
    'admin:wrong',
    'other:nutanix/4u',
    'admin:nutanix/4ux',
    'x:y',
    'admin',
  ]) {
    await send('GET', '/oauth/client/unknown', basic(value));
  }
  await send('GET', '/oauth/client/unknown', { headers: { authorization: 'Digest x' } });
  const { id } = await register(send);
  const paths = [
    '/oauth/adfs_login',
    '/oauth/authorize',
    '/oauth/client',
    '/oauth/client/list',
    `/oauth/client/${id}`,
    '/oauth/generate_token',
    '/oauth/idp_callback',
    '/oauth/idp_login',
    '/oauth/revoke_token',
    '/oauth/token',
    '/unknown',
  ];
  for (const path of paths) {
    for (const method of ['GET', 'HEAD', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND']) await send(method, path);
    await send('GET', path, { anonymous: true });
    await send('POST', path, { anonymous: true });
    await send('DELETE', path, { anonymous: true });
  }
  await send('DELETE', '/oauth/token');
  for (const path of ['/oauth/idp_login', '/oauth/adfs_login']) {
    await send('GET', `${path}?next=https://evil.example/`, { headers: { origin: 'https://evil.example' } });
  }
  for (const query of ['code=x&state=https://evil.example/', 'code=', 'code=%zz'])
    await send('GET', `/oauth/idp_callback?${query}`);
  for (const odd of ['x'.repeat(300), 'x'.repeat(2000), '%ff', '%c3%a9', 'a%2Fb', '%zz', '%00'])
    await send('GET', `/oauth/client/${odd}`);
  for (const path of ['/oauth/authorize', '/oauth/token']) {
    for (const body of [
      '',
      'a=%zz',
      'a=1&a=2',
      'a=%ff',
      `client_id=${id}&client_id=${id}&response_type=code&confirm=yes&redirect_uri=https://client.example.com/cb`,
    ]) {
      await send('POST', path, { body, headers: { 'content-type': formType } });
    }
    const authorization = {
      client_id: id,
      response_type: 'code',
      confirm: 'yes',
      redirect_uri: 'https://client.example.com/cb',
    };
    await send('POST', path, json(authorization));
    await send('POST', path, {
      body: form(authorization).body ?? '',
      headers: { 'content-type': 'text/plain' },
    });
    await send('POST', path, {
      body: form(authorization).body ?? '',
      headers: { 'content-type': `${formType}; charset=UTF-8` },
    });
  }
}

async function driveLists(send: Send): Promise<void> {
  for (const request of [
    {},
    { length: 1 },
    { length: 2, offset: 1 },
    { length: 2, offset: 3, sort_attribute: 'client_name', sort_order: 'DESCENDING' },
    { length: 3, sort_attribute: 'client_description', sort_order: 'ASCENDING' },
    { offset: 10_000 },
    { length: 500, filter: 'client_name==g' },
    { length: 500 },
    { filter: '((' },
    { filter: 5 },
    { length: 0 },
    { length: -1 },
    { offset: -1 },
    { length: 1.5 },
    { length: '1' },
    { length: null },
    { length: 2 ** 31 },
    { kind: 'vm' },
    { sort_order: 'UP' },
  ]) {
    await send('POST', '/oauth/client/list', json(request));
  }
  await send('POST', '/oauth/client/list', { ...json({}), anonymous: true });
}
