import { afterEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';
import type { Exchange } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import type { Target } from '../../driver/open-target.ts';
import { plainAnswer, rawServer } from './raw-server.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

async function serve(answer: (socket: Socket) => void): Promise<Target> {
  const server = await rawServer(answer);
  const target = openTarget({ origin: server.origin, connections: 1, timeoutMs: 5000 });
  opened.push(target, server);
  return target;
}

const ask = (target: Target): Promise<Exchange> =>
  target.send({ method: 'GET', path: '/', headers: [], body: null });

describe('the time of an exchange', () => {
  const block = (ms: number): void => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };

  it('leaves out what our own process was busy for', async () => {
    const target = await serve((socket) => socket.write(plainAnswer('{}')));
    await ask(target);
    const sent = ask(target);
    setImmediate(() => {
      block(500);
    });
    expect((await sent).durationMs).toBeLessThan(250);
  });

  it('leaves it out where it ends before the answer', async () => {
    const target = await serve((socket) => setTimeout(() => socket.write(plainAnswer('{}')), 700));
    const sent = ask(target);
    setTimeout(() => {
      block(500);
    }, 20);
    const { durationMs } = await sent;
    // A busy machine stalls us more than we do ourselves, which is left out as well.
    expect(durationMs).toBeGreaterThan(0);
    expect(durationMs).toBeLessThan(450);
  });

  it('counts all that the target took', async () => {
    const target = await serve((socket) => setTimeout(() => socket.write(plainAnswer('{}')), 500));
    expect((await ask(target)).durationMs).toBeGreaterThan(400);
  });
});
