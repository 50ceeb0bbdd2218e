import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { WireRequest } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import type { Target } from '../../driver/open-target.ts';
import { RunEnd } from '../../driver/time-limit.ts';
import { plainAnswer, rawServer } from './raw-server.ts';
import type { RawServer } from './raw-server.ts';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

/** Longer than any test waits. */
const timeoutMs = 60_000;
const get: WireRequest = { method: 'GET', path: '/', headers: [], body: null };

async function serve(answer: Parameters<typeof rawServer>[0]): Promise<RawServer> {
  const server = await rawServer(answer);
  opened.push(server);
  return server;
}

function targetOf(origin: string, connections = 1): Target {
  const target = openTarget({ origin, connections, timeoutMs });
  opened.push(target);
  return target;
}

/** How long a run took to complete all its exchanges after it was told to end. */
async function endAfter(ms: number, end: RunEnd, work: Promise<unknown>): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  end.tell();
  const start = performance.now();
  await work;
  return performance.now() - start;
}

describe('a request whose run ends', () => {
  it.each([
    ['before anything is answered', () => undefined],
    ['in the head of its answer', (socket: Socket) => socket.write('HTTP/1.1 200 O')],
    [
      'in the body of its answer',
      (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12'),
    ],
  ])('%s is dropped at once, and is told as cancelled', async (_, answer) => {
    const { origin } = await serve(answer);
    const end = new RunEnd();
    const sent = targetOf(origin).send(get, end);
    expect(await endAfter(100, end, sent)).toBeLessThan(2000);
    expect((await sent).failure?.kind).toBe('cancelled');
  });

  it('waiting for a connection is not sent', async () => {
    const server = await serve(() => undefined);
    const end = new RunEnd();
    const target = targetOf(server.origin);
    const sent = Promise.all([target.send(get, end), target.send(get, end), target.send(get, end)]);
    expect(await endAfter(100, end, sent)).toBeLessThan(2000);
    expect((await sent).map(({ failure }) => failure?.kind)).toEqual(Array(3).fill('cancelled'));
    expect(server.received).toHaveLength(1);
  });

  it('while its connection is made is never sent, and lets the target be closed', async () => {
    // Accepts connections without a TLS handshake.
    const sockets = new Set<Socket>();
    const mute = createServer((socket) => sockets.add(socket.resume()));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const end = new RunEnd();
    const target = openTarget({ origin: `https://127.0.0.1:${port}`, connections: 1, timeoutMs });
    const sent = target.send(get, end);
    expect(await endAfter(100, end, sent)).toBeLessThan(2000);
    expect((await sent).failure?.kind).toBe('cancelled');
    await target.close();
    for (const socket of sockets) socket.destroy();
    mute.close();
  });

  it('does not hold up what has longer: removals', async () => {
    const server = await serve((socket, request) => {
      if (request.startsWith('DELETE')) socket.write(plainAnswer('{}', ''));
    });
    const end = new RunEnd();
    const target = targetOf(server.origin);
    const hanging = target.send(get, end);
    await endAfter(50, end, hanging);
    const { response } = await target.send({ ...get, method: 'DELETE' }, end.plus(5000));
    expect(response?.status).toBe(200);
    expect((await target.send(get, end)).failure?.kind).toBe('cancelled');
    expect(server.received.map((request) => request.split(' ')[0])).toEqual(['GET', 'DELETE']);
  });
});
