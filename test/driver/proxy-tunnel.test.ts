import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Exchange } from '../../driver/exchange.ts';
import type { TargetOptions } from '../../driver/open-target.ts';
import { openTarget } from '../../driver/open-target.ts';
import { checkTarget } from '../../driver/preflight.ts';
import type { Proxy } from '../../driver/proxy-tunnel.ts';
import { parseProxy } from '../../driver/proxy-tunnel.ts';
import type { ConnectProxy } from './connect-proxy.ts';
import { connectProxy } from './connect-proxy.ts';
import { plainAnswer, rawServer } from './raw-server.ts';
import { certificate, key } from './self-signed.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

function proxyAt(port: number, userInfo = ''): Proxy {
  const proxy = parseProxy(`http://${userInfo}127.0.0.1:${port}`);
  if (proxy === null) throw new TypeError('not an address');
  return proxy;
}

async function startProxy(refusal: number | string | null = null): Promise<ConnectProxy> {
  const proxy = await connectProxy(refusal);
  opened.push(proxy);
  return proxy;
}

function open(origin: string, options: Partial<TargetOptions>): ReturnType<typeof openTarget> {
  const target = openTarget({ origin, connections: 1, timeoutMs: 2000, ...options });
  opened.push(target);
  return target;
}

const get = { method: 'GET', path: '/a/../%2e?q=é%zz'.replace('é', '%c3'), headers: [], body: null } as const;

async function throughTo(
  origin: string,
  proxy: Proxy,
  options: Partial<TargetOptions> = {},
): Promise<Exchange> {
  return open(origin, { proxy, ...options }).send(get);
}

async function tlsServer(options: { requestCert?: boolean; ca?: string } = {}): Promise<string> {
  const server = createServer(
    { cert: certificate, key, rejectUnauthorized: true, ...options },
    (request, response) => {
      response.setHeader('content-type', 'application/json');
      request.resume().on('end', () => response.end('{"entities":[]}'));
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('through a proxy', () => {
  it('a plain target gets every byte of a request as it was written', async () => {
    const proxy = await startProxy();
    const server = await rawServer((socket) => socket.write(plainAnswer('{}')));
    opened.push(server);
    const { response } = await throughTo(server.origin, proxyAt(proxy.port));
    expect(response?.status).toBe(200);
    expect(server.received[0]?.split('\r\n', 1)).toEqual([`GET ${get.path} HTTP/1.1`]);
    expect(server.received.join('')).not.toMatch(/proxy-/i);
    expect(proxy.seen).toEqual([{ authority: new URL(server.origin).host, authorization: null }]);
  });

  it('one connection carries many requests', async () => {
    const proxy = await startProxy();
    const server = await rawServer((socket) => socket.write(plainAnswer('{}')));
    opened.push(server);
    const target = open(server.origin, { proxy: proxyAt(proxy.port) });
    for (let time = 0; time < 3; time += 1) expect((await target.send(get)).failure).toBeNull();
    expect(proxy.seen).toHaveLength(1);
  });

  it('TLS reaches to the target, whose certificate is checked', async () => {
    const proxy = await startProxy();
    const origin = await tlsServer();
    expect((await throughTo(origin, proxyAt(proxy.port))).failure?.kind).toBe('tls');
    const { response } = await throughTo(origin, proxyAt(proxy.port), { ca: certificate });
    expect(response?.status).toBe(200);
  });

  it('goes with the credentials of its address, decoded', async () => {
    const proxy = await startProxy();
    const origin = await tlsServer();
    await throughTo(origin, proxyAt(proxy.port, 'user:p%40ss%3A@'), { ca: certificate });
    const expected = `Basic ${Buffer.from('user:p@ss:').toString('base64')}`;
    expect(proxy.seen.map(({ authorization }) => authorization)).toContain(expected);
  });
});

describe('a proxy', () => {
  it.each<[string, number | string, string, RegExp]>([
    ['that asks for credentials', 407, 'proxy', /asks for credentials, 407/],
    ['that forbids the target', 403, 'proxy', /refuses the way to the target, 403/],
    ['that cannot reach the target', 502, 'refused', /cannot reach the target, 502/],
    ['that is none', 'SSH-2.0-canary\r\n\r\n', 'proxy', /does not speak HTTP/],
    ['that hangs up', '', 'proxy', /closes the connection on CONNECT/],
  ])('%s is told from the target', async (_name, refusal, kind, message) => {
    const proxy = await startProxy(refusal);
    const { failure } = await throughTo('http://127.0.0.1:1', proxyAt(proxy.port));
    expect(failure?.kind).toBe(kind);
    expect(failure?.message).toMatch(message);
    expect(failure?.message).not.toContain('canary');
  });

  it('that refuses its credentials is told so, without them', async () => {
    const proxy = await startProxy(407);
    const { failure } = await throughTo('http://127.0.0.1:1', proxyAt(proxy.port, 'user:canary@'));
    expect(failure?.message).toMatch(/refuses the credentials of its address, 407/);
    expect(failure?.message).not.toContain('canary');
  });

  it('that is not there, or says nothing, is unreachable', async () => {
    const gone = await connectProxy();
    await gone.close();
    const { failure } = await throughTo('http://127.0.0.1:1', proxyAt(gone.port));
    expect(failure).toMatchObject({ kind: 'proxy' });
    expect(failure?.message).toMatch(/ECONNREFUSED/);
    const silent = await rawServer(() => undefined);
    opened.push(silent);
    const exchange = await throughTo('http://127.0.0.1:1', proxyAt(Number(new URL(silent.origin).port)), {
      timeoutMs: 200,
    });
    expect(exchange.failure?.message).toMatch(/no answer in time/);
  });
});

describe('the pre-flight', () => {
  const login = { basePath: '', username: 'admin', password: 'canary' };
  const check = (origin: string, options: Partial<TargetOptions>): ReturnType<typeof checkTarget> =>
    checkTarget(open(origin, options), login);

  it('tells a proxy that refuses from a target that does', async () => {
    const proxy = await startProxy(407);
    const result = await check('http://127.0.0.1:1', { proxy: proxyAt(proxy.port) });
    expect(result).toMatchObject({ canDrive: false, code: 'proxy' });
    expect(result.message).toMatch(/check --proxy, and credentials in PRISM_PROXY$/);
  });

  it('asks for a client certificate where the target does, and is content with one', async () => {
    const origin = await tlsServer({ requestCert: true, ca: certificate });
    const refused = await check(origin, { ca: certificate });
    expect(refused).toMatchObject({ canDrive: false, code: 'client-certificate' });
    expect(refused.message).toMatch(/--cert and --key$/);
    const identity = { cert: certificate, key };
    expect(await check(origin, { ca: certificate, identity })).toMatchObject({ code: 'ready' });
  });

  it('knows a gateway that asks for one in HTTP', async () => {
    const page = plainAnswer('<title>400 No required SSL certificate was sent</title>');
    const server = await rawServer((socket) => socket.write(page.replace('200 OK', '400 Bad Request')));
    opened.push(server);
    expect(await check(server.origin, {})).toMatchObject({ canDrive: false, code: 'client-certificate' });
  });
});

describe('the address of a proxy', () => {
  it.each([
    ['http://proxy.example:3128', 'proxy.example', 3128, false],
    ['http://proxy.example/', 'proxy.example', 80, false],
    ['https://proxy.example', 'proxy.example', 443, true],
    ['http://[::1]:8080', '::1', 8080, false],
  ])('%s is read', (address, hostname, port, isTls) => {
    expect(parseProxy(address)).toEqual({ hostname, port, isTls, authorization: null });
  });

  it.each(['proxy.example:3128', 'socks5://proxy:1080', 'http:///x', 'http://p/path', 'http://p?x', ''])(
    '%p is none',
    (address) => {
      expect(parseProxy(address)).toBeNull();
    },
  );
});
