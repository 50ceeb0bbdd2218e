import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'node:net';
import type { Exchange } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import type { Target } from '../../driver/open-target.ts';
import { isUnsolicited } from '../../driver/connection.ts';
import { plainAnswer, rawServer } from './raw-server.ts';
import type { RawServer } from './raw-server.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

type Answering = (socket: Socket, path: string) => void;

async function serve(answer: Answering): Promise<readonly [Target, RawServer]> {
  const server = await rawServer((socket, request) => {
    answer(socket, request.split(' ')[1] ?? '');
  });
  const target = openTarget({ origin: server.origin, connections: 1, timeoutMs: 5000 });
  opened.push(target, server);
  return [target, server];
}

const ask = (target: Target, path: string): Promise<Exchange> =>
  target.send({ method: 'GET', path, headers: [], body: null });

const own = (path: string): string => plainAnswer(JSON.stringify(path));
const stray = plainAnswer('"stray"');
const idle408 = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

describe('what no request asked for', () => {
  it.each<[string, string]>([
    ['a second answer', stray],
    ['a second answer of another status', 'HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n'],
    ['a hint', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'],
    ['an invitation to go on', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['a body that is longer than declared', 'extra'],
    ['the beginning of an answer', 'HTT'],
  ])('is told of the answer before it: %s with that answer', async (_name, more) => {
    const [target, server] = await serve((socket, path) => {
      socket.write(path === '/first' ? own(path) + more : own(path));
    });
    const first = await ask(target, '/first');
    const next = await ask(target, '/next');
    expect([first.unsolicited, next.unsolicited]).toEqual(['after', undefined]);
    expect([first.response?.json, next.response?.json]).toEqual(['/first', '/next']);
    expect(server.received.length).toBe(2);
  });

  it.each<[string, string]>([
    ['a second answer', stray],
    ['an invitation to go on', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['no HTTP', 'extra\r\n'],
  ])('is never taken for the next answer: %s while the connection is idle', async (_name, more) => {
    const sockets: Socket[] = [];
    const [target, server] = await serve((socket, path) => {
      sockets.push(socket);
      socket.write(own(path));
    });
    const first = await ask(target, '/first');
    sockets[0]?.write(more);
    await sleep(200);
    const next = await ask(target, '/next');
    const third = await ask(target, '/third');
    expect([first.unsolicited, next.unsolicited, third.unsolicited]).toEqual([
      undefined,
      'before',
      undefined,
    ]);
    expect(next.response?.json).toBe('/next');
    expect([server.connections(), server.received.length]).toEqual([2, 3]);
  });

  it('is waited for once it was seen, and told with the answer before it', async () => {
    const sockets: Socket[] = [];
    const [target] = await serve((socket, path) => {
      sockets.push(socket);
      socket.write(own(path));
      if (path !== '/calm') setTimeout(() => socket.write(stray), 5);
    });
    await ask(target, '/calm');
    sockets[0]?.write(stray);
    await sleep(200);
    const told: unknown[] = [];
    for (const path of ['/second', '/third', '/calm', '/fourth', '/calm']) {
      const { response, unsolicited } = await ask(target, path);
      told.push([response?.json, unsolicited]);
    }
    expect(told).toEqual([
      ['/second', 'after'],
      ['/third', 'after'],
      ['/calm', undefined],
      ['/fourth', 'after'],
      ['/calm', undefined],
    ]);
  });

  it('is waited for after the first answers of each kind of request: the next one would take it for its answer', async () => {
    const [target] = await serve((socket, path) => {
      socket.write(own(path));
      if (path.startsWith('/read/')) setTimeout(() => socket.write(stray), 5);
    });
    const told: unknown[] = [];
    for (const path of ['/calm', '/calm', '/calm', '/read/1', '/calm']) {
      const { response, unsolicited } = await ask(target, path);
      told.push([response?.json, unsolicited]);
    }
    expect(told.slice(3)).toEqual([
      ['/read/1', 'after'],
      ['/calm', undefined],
    ]);
  });

  it.each<[string, (socket: Socket, answer: string) => void]>([
    [
      'a 408 that ends an idle connection',
      (socket, answer) => void socket.write(answer, () => setTimeout(() => socket.end(idle408), 10)),
    ],
    ['a 408 that is read with the answer', (socket, answer) => socket.end(answer + idle408)],
    ['empty lines', (socket, answer) => socket.write(`${answer}\r\n\r\n`)],
    [
      'an idle connection that is closed',
      (socket, answer) => void socket.write(answer, () => setTimeout(() => socket.end(), 10)),
    ],
    [
      'an idle connection that is reset',
      (socket, answer) => void socket.write(answer, () => setTimeout(() => socket.resetAndDestroy(), 10)),
    ],
    [
      'hints before the answer',
      (socket, answer) => socket.write(`HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n${answer}`),
    ],
  ])('is not %s', async (_name, answer) => {
    const [target] = await serve((socket, path) => {
      answer(socket, own(path));
    });
    for (const path of ['/first', '/second', '/third']) {
      const { response, unsolicited } = await ask(target, path);
      expect([response?.json, unsolicited]).toEqual([path, undefined]);
      await sleep(50);
    }
  });

  it('is not a 408 that crosses a request, which is sent again', async () => {
    let isFirst = true;
    const [target, server] = await serve((socket, path) => {
      if (path === '/second' && isFirst) {
        isFirst = false;
        socket.end(idle408);
      } else socket.write(own(path));
    });
    await ask(target, '/first');
    const { response, isRepeated, unsolicited } = await ask(target, '/second');
    expect([response?.json, isRepeated, unsolicited]).toEqual(['/second', true, undefined]);
    expect(server.connections()).toBe(2);
  });

  it('leaves a 408 an answer where it keeps its connection, and on a new connection', async () => {
    const [target] = await serve((socket, path) => {
      if (path === '/kept') socket.write('HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n');
      else if (path === '/closed') socket.end(idle408);
      else socket.write(own(path));
    });
    await ask(target, '/first');
    expect((await ask(target, '/kept')).response?.status).toBe(408);
    expect((await ask(target, '/closed')).response?.status).toBe(408);
  });

  it.each([
    ['HTTP/1.1 200 OK', true],
    ['HTTP/1.1 4081 No', true],
    ['\r\nHTTP/1.1 500 Oops', true],
    ['x', true],
    ['HTTP/1.0 408 Request Timeout', false],
    ['\r\n\r\n', false],
    ['', false],
  ])('of %j is %s', (bytes, expected) => {
    expect(isUnsolicited(Buffer.from(bytes))).toBe(expected);
  });
});
