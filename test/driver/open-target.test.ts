import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import type { Target, TargetOptions } from '../../driver/open-target.ts';
import { UnsendableRequest } from '../../driver/unsendable-request.ts';
import { plainAnswer, rawServer } from './raw-server.ts';
import type { RawServer } from './raw-server.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

async function serve(answer: (socket: Socket, request: string, turn: number) => void): Promise<RawServer> {
  const server = await rawServer(answer);
  opened.push(server);
  return server;
}

function targetOf(origin: string, options: Partial<TargetOptions> = {}): Target {
  const target = openTarget({ origin, connections: 1, timeoutMs: 400, ...options });
  opened.push(target);
  return target;
}

function wire(parts: Partial<WireRequest> = {}): WireRequest {
  return { method: 'GET', path: '/', headers: [], body: null, ...parts };
}

async function sendTo(
  answer: (socket: Socket, request: string, turn: number) => void,
  options: Partial<TargetOptions> = {},
  request: WireRequest = wire(),
): Promise<Exchange> {
  const server = await serve(answer);
  return targetOf(server.origin, options).send(request);
}

describe('an answer', () => {
  it('comes with status, headers in lower case with all values, text and JSON', async () => {
    const { response, failure, durationMs } = await sendTo((socket) => {
      socket.write(plainAnswer('{"a":"é"}', 'Set-Cookie: a=1\r\nSET-COOKIE: b=2\r\nX-Odd: \xe9\r\n'));
    });
    expect(failure).toBeNull();
    expect(response?.status).toBe(200);
    expect(response?.headers.get('set-cookie')).toEqual(['a=1', 'b=2']);
    expect(response?.headers.get('x-odd')).toEqual(['\u00c3\u00a9']);
    expect(response?.text).toBe('{"a":"é"}');
    expect(response?.json).toEqual({ a: 'é' });
    expect(response?.isCut).toBe(false);
    expect(durationMs).toBeGreaterThan(0);
  });

  it.each([
    ['is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), null, undefined],
    ['starts with a byte order mark', Buffer.from('\ufeff{}'), '\ufeff{}', undefined],
    ['is empty', Buffer.alloc(0), '', undefined],
    ['is the JSON null', Buffer.from('null'), 'null', null],
  ])('whose body %s has the text and JSON that it has', async (_name, body, text, json) => {
    const { response } = await sendTo((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`);
      socket.write(body);
    });
    expect(Buffer.from(response?.body ?? []).toString('hex')).toBe(body.toString('hex'));
    expect(response?.text).toBe(text);
    expect(response?.json).toBe(json);
  });

  it.each([
    ['of status 204', 'HTTP/1.1 204 No Content\r\n\r\n', 204, 'GET'],
    ['of status 304', 'HTTP/1.1 304 Not Modified\r\ncontent-length: 12\r\n\r\n', 304, 'GET'],
    ['to HEAD with a length', 'HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n', 200, 'HEAD'],
    ['of a redirect', 'HTTP/1.1 302 Found\r\nlocation: /x\r\ncontent-length: 0\r\n\r\n', 302, 'GET'],
    [
      'after an early hint',
      'HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n',
      200,
      'GET',
    ],
  ])('%s is whole without a body', async (_name, bytes, status, method) => {
    const { response } = await sendTo((socket) => socket.write(bytes), {}, wire({ method }));
    expect(response?.status).toBe(status);
    expect(response?.body.length).toBe(0);
  });

  it('that ends with its connection is whole', async () => {
    const { response } = await sendTo((socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nall of it'));
    expect(response?.text).toBe('all of it');
  });

  it('in chunks is put together', async () => {
    const { response } = await sendTo((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n{"a\r\n');
      setTimeout(() => socket.write('4\r\n":1}\r\n0\r\n\r\n'), 20);
    });
    expect(response?.json).toEqual({ a: 1 });
  });

  it('with 60 KiB of headers is taken', async () => {
    const { response } = await sendTo((socket) => {
      socket.write(plainAnswer('{}', `location: https://a.example/?state=${'x'.repeat(60_000)}\r\n`));
    });
    expect(response?.headers.get('location')?.[0]?.length).toBeGreaterThan(60_000);
  });

  it('longer than the limit is cut, also where it never ends', async () => {
    const { response } = await sendTo(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
        const pour = (): void => {
          while (!socket.destroyed && socket.write(`400\r\n${'a'.repeat(1024)}\r\n`));
        };
        socket.on('drain', pour);
        pour();
      },
      { maxBodyBytes: 10_000, timeoutMs: 5000 },
    );
    expect(response?.isCut).toBe(true);
    expect(response?.body.length).toBe(10_000);
  });

  it('behind interim answers without end is no answer', async () => {
    const { failure } = await sendTo(
      (socket) => {
        const flood = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(1000);
        const pour = (): void => {
          while (!socket.destroyed && socket.write(flood));
        };
        socket.on('drain', pour);
        pour();
      },
      { timeoutMs: 20_000 },
    );
    expect(failure).toMatchObject({ kind: 'malformed' });
    expect(failure?.message).toContain('interim answers');
  });

  it('over the limit leaves no more of it in memory than is shown', async () => {
    const { response } = await sendTo((socket) => socket.write(plainAnswer('a'.repeat(3_000_000))), {
      timeoutMs: 5000,
    });
    expect(response?.isCut).toBe(true);
    expect(response?.body.buffer.byteLength).toBe(64 * 1024);
  });

  it('as long as the limit is not cut', async () => {
    const { response } = await sendTo((socket) => socket.write(plainAnswer('12345')), { maxBodyBytes: 5 });
    expect(response?.isCut).toBe(false);
  });
});

describe('a failure to answer', () => {
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n';
  it.each<[string, string, (socket: Socket) => unknown]>([
    ['closed before any byte', 'reset', (socket) => socket.end()],
    ['reset before any byte', 'reset', (socket) => socket.resetAndDestroy()],
    ['closed inside the header section', 'reset', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-')],
    [
      'closed after the header section',
      'short-body',
      (socket) => socket.end(`${head}content-length: 10\r\n\r\n`),
    ],
    [
      'closed inside the declared length',
      'short-body',
      (socket) => socket.end(`${head}content-length: 10\r\n\r\n123`),
    ],
    [
      'closed inside the declared length, as announced',
      'short-body',
      (socket) => socket.end(`${head}connection: close\r\ncontent-length: 10\r\n\r\n123`),
    ],
    [
      'closed inside a chunk',
      'short-body',
      (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\nff\r\nabc`),
    ],
    [
      'closed before the last chunk',
      'short-body',
      (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n`),
    ],
    [
      'closed before the last chunk, as announced',
      'short-body',
      (socket) => socket.end(`${head}connection: close\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n`),
    ],
    ['garbage', 'malformed', (socket) => socket.end('\0\x01garbage\r\n\r\n')],
    ['another protocol', 'malformed', (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')],
    [
      'an invalid header name',
      'malformed',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nbad name: x\r\ncontent-length: 0\r\n\r\n'),
    ],
    [
      'a control character in a header',
      'malformed',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nx: a\0b\r\ncontent-length: 0\r\n\r\n'),
    ],
    [
      'a bad chunk size',
      'malformed',
      (socket) => socket.write(`${head}transfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n`),
    ],
    ['a bad content length', 'malformed', (socket) => socket.write(`${head}content-length: many\r\n\r\n`)],
    [
      'two lengths',
      'malformed',
      (socket) => socket.write(`${head}content-length: 1\r\ncontent-length: 2\r\n\r\nab`),
    ],
    [
      'an unasked upgrade',
      'malformed',
      (socket) =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    ],
    [
      'an endless header section',
      'malformed',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(300_000)}`),
    ],
    ['no answer at all', 'hang', () => undefined],
    ['a header section and no more', 'hang', (socket) => socket.write(`${head}content-length: 10\r\n\r\n`)],
  ])('by %s is %s', async (_name, kind, answer) => {
    const { response, failure } = await sendTo((socket) => void answer(socket));
    expect(failure?.kind).toBe(kind);
    expect(failure?.message).toMatch(/^[^\n\r]{10,}$/);
    expect(response).toBeNull();
  });

  it('by a body that drips for ever is a hang at the deadline', async () => {
    const startedAt = performance.now();
    const { failure } = await sendTo((socket) => {
      socket.write(`${head}content-length: 100000\r\n\r\n`);
      const drip = setInterval(() => socket.write('x'), 10);
      socket.on('close', () => {
        clearInterval(drip);
      });
    });
    expect(failure?.kind).toBe('hang');
    expect(failure?.message).toContain('status 200');
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });

  it('leaves the target usable', async () => {
    const server = await serve((socket, request) => {
      if (request.startsWith('GET /bad')) socket.write('garbage\r\n\r\n');
      else if (request.startsWith('GET /slow')) return;
      else socket.write(plainAnswer('{}'));
    });
    const target = targetOf(server.origin, { timeoutMs: 100 });
    const kinds: unknown[] = [];
    for (const path of ['/bad', '/', '/slow', '/', '/bad', '/slow', '/']) {
      kinds.push((await target.send(wire({ path }))).failure?.kind ?? 'answer');
    }
    expect(kinds).toEqual(['malformed', 'answer', 'hang', 'answer', 'malformed', 'hang', 'answer']);
  });

  it('by a refused connection is said of every request', async () => {
    const server = await rawServer(() => undefined);
    await server.close();
    const target = targetOf(server.origin, { connections: 4 });
    const exchanges = await Promise.all(Array.from({ length: 50 }, () => target.send(wire())));
    expect(new Set(exchanges.map(({ failure }) => failure?.kind))).toEqual(new Set(['refused']));
    expect(exchanges[0]?.failure?.message).toContain('ECONNREFUSED');
  });

  it('by a name that does not resolve is unresolved', async () => {
    const { failure } = await targetOf('http://no-such-host.invalid').send(wire());
    expect(failure?.kind).toBe('unresolved');
  });

  it('by a plain server on a TLS port is tls', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
      opened.push({ close: () => Promise.resolve(void socket.destroy()) });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push({
      close: async () => {
        server.close();
        await once(server, 'close');
      },
    });
    const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await targetOf(origin).send(wire())).failure?.kind).toBe('tls');
  });
});

describe('a slow run of ours', () => {
  it('is not taken for a slow answer', async () => {
    const server = await serve((socket) => socket.write(plainAnswer('{}')));
    const target = targetOf(server.origin, { timeoutMs: 100 });
    await target.send(wire());
    const sent = target.send(wire());
    const until = performance.now() + 600;
    setTimeout(() => {
      while (performance.now() < until);
    }, 0);
    expect((await sent).failure).toBeNull();
  });

  it('does not count time spent waiting for a connection', async () => {
    const server = await serve((socket) => setTimeout(() => socket.write(plainAnswer('{}')), 60));
    const target = targetOf(server.origin, { timeoutMs: 200, connections: 1 });
    const exchanges = await Promise.all(Array.from({ length: 8 }, () => target.send(wire())));
    expect(exchanges.every(({ failure }) => failure === null)).toBe(true);
    expect(server.connections()).toBe(1);
  });
});

describe('a kept connection that the server closes', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['right after each answer', (socket) => socket.end(plainAnswer('{}'))],
    [
      'with a reset right after each answer',
      (socket) => void socket.write(plainAnswer('{}'), () => socket.resetAndDestroy()),
    ],
    [
      'a moment after each answer',
      (socket) => void socket.write(plainAnswer('{}'), () => setTimeout(() => socket.end(), 1)),
    ],
    ['after extra bytes', (socket) => void socket.write(`${plainAnswer('{}')}extra bytes\r\n\r\n`)],
  ])('%s never makes a request fail', async (_name, answer) => {
    const server = await serve(answer);
    const target = targetOf(server.origin, { connections: 4 });
    const work = Array.from({ length: 4 }, async () => {
      const failures: unknown[] = [];
      for (let turn = 0; turn < 60; turn += 1) {
        const body = Buffer.from(`{"turn":${turn}}`);
        const { failure } = await target.send(wire({ method: 'POST', body }));
        if (failure !== null) failures.push(failure);
        if (turn % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return failures;
    });
    expect((await Promise.all(work)).flat()).toEqual([]);
  });

  it('on reading the next request makes that request go again on a new connection, once', async () => {
    const server = await serve((socket, _request, turn) => {
      if (turn === 1) socket.write(plainAnswer('{}'));
      else socket.resetAndDestroy();
    });
    const target = targetOf(server.origin);
    await target.send(wire());
    const { response } = await target.send(wire({ method: 'POST', body: Buffer.from('mint') }));
    expect(response?.status).toBe(200);
    expect(server.received.length).toBe(3);
    expect(server.connections()).toBe(2);
  });

  it('is a reset where a new connection meets the same end', async () => {
    let isBroken = false;
    const server = await serve((socket) => {
      if (isBroken) socket.resetAndDestroy();
      else socket.write(plainAnswer('{}'));
    });
    const target = targetOf(server.origin);
    await target.send(wire());
    isBroken = true;
    expect((await target.send(wire())).failure?.kind).toBe('reset');
    expect(server.received.length).toBe(3);
  });

  it('after the first byte of an answer is a failure and no repetition', async () => {
    const server = await serve((socket, _request, turn) => {
      if (turn === 1) socket.write(plainAnswer('{}'));
      else socket.end('HTTP/1.1 2');
    });
    const target = targetOf(server.origin);
    await target.send(wire());
    expect((await target.send(wire())).failure?.kind).toBe('reset');
    expect(server.received.length).toBe(2);
  });
});

describe('a request', () => {
  it.each([
    '/a//b',
    '/a/../b/./c',
    '/%zz%',
    '/%2e%2E/%2f?a=b&a=%20+&&=',
    '/caf\u00e9',
    `/${'x'.repeat(4096)}`,
    '/a?b#c',
    '/\'"<>\\^`{|}',
    '//host/path',
  ])('with the path %s is sent byte for byte', async (path) => {
    const server = await serve((socket) => socket.write(plainAnswer('{}')));
    await targetOf(server.origin).send(wire({ path }));
    expect(server.received[0]?.split(' HTTP/1.1')[0]).toBe(`GET ${path}`);
  });

  it.each<[string, string, Buffer | null, string | null]>([
    ['POST without a body', 'POST', null, '0'],
    ['POST with an empty body', 'POST', Buffer.alloc(0), '0'],
    ['POST with a body', 'POST', Buffer.from('é'), '2'],
    ['GET without a body', 'GET', null, null],
    ['GET with a body', 'GET', Buffer.from('abc'), '3'],
    ['DELETE with a body', 'DELETE', Buffer.from('abc'), '3'],
    ['an unknown method', 'BREW', null, null],
    ['an unknown method with a body', 'X-ODD!', Buffer.from('abc'), '3'],
    ['a lower-case method', 'post', Buffer.from('abc'), '3'],
  ])('of %s declares its length', async (_name, method, body, length) => {
    const server = await serve((socket) => socket.write(plainAnswer('{}')));
    await targetOf(server.origin).send(wire({ method, body }));
    const [received = ''] = server.received;
    expect(received.startsWith(`${method} / HTTP/1.1\r\n`)).toBe(true);
    expect(/\r\ncontent-length: (\d+)/.exec(received)?.[1] ?? null).toBe(length);
    expect(received.endsWith(`\r\n\r\n${body?.toString('latin1') ?? ''}`)).toBe(true);
  });

  it('carries its headers as they are and nothing of ours', async () => {
    const server = await serve((socket) => socket.write(plainAnswer('{}')));
    const headers = [
      ['Authorization', ''],
      ['X-Twice', '1'],
      ['X-Twice', '2'],
      ['X-Latin', '\u00e9'],
    ] as const;
    await targetOf(server.origin).send(wire({ headers }));
    const lines = server.received[0]?.split('\r\n').slice(1, -2) ?? [];
    expect(lines).toEqual([
      `host: ${server.origin.slice('http://'.length)}`,
      'connection: keep-alive',
      'Authorization: ',
      'X-Twice: 1',
      'X-Twice: 2',
      'X-Latin: \u00e9',
    ]);
  });

  it.each<[string, Partial<WireRequest>]>([
    ['a line break in a header', { headers: [['x', 'a\r\nb']] }],
    ['a space in the path', { path: '/a b' }],
    ['a path without a slash', { path: 'a' }],
    ['a method that is no token', { method: 'A B' }],
    [
      'a length that is not its own',
      { method: 'POST', headers: [['content-length', '9']], body: Buffer.from('abc') },
    ],
  ])('with %s rejects as our mistake', async (_name, parts) => {
    const server = await serve((socket) => socket.write(plainAnswer('{}')));
    const target = targetOf(server.origin);
    await expect(target.send(wire(parts))).rejects.toBeInstanceOf(UnsendableRequest);
    expect((await target.send(wire())).response?.status).toBe(200);
  });

  it('after close rejects as our mistake', async () => {
    const target = targetOf('http://127.0.0.1:9');
    await target.close();
    await expect(target.send(wire())).rejects.toBeInstanceOf(UnsendableRequest);
  });

  it('of CONNECT gets the answer that comes', async () => {
    const { response } = await sendTo(
      (socket) => socket.write('HTTP/1.1 405 Method Not Allowed\r\nallow: GET\r\ncontent-length: 0\r\n\r\n'),
      {},
      wire({ method: 'CONNECT' }),
    );
    expect(response?.status).toBe(405);
    expect(response?.headers.get('allow')).toEqual(['GET']);
  });
});

describe('a large body that is refused unread', () => {
  it('gets the refusal, not a reset', async () => {
    const server = createServer({ keepAliveTimeout: 100 }, (request, response) => {
      response.writeHead(413, { connection: 'close' }).end('{}', () => request.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push({
      close: async () => {
        server.close();
        await once(server, 'close');
      },
    });
    const target = targetOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      timeoutMs: 3000,
    });
    const { response } = await target.send(wire({ method: 'POST', body: Buffer.alloc(1024 * 1024, 'a') }));
    expect(response?.status).toBe(413);
  });
});
