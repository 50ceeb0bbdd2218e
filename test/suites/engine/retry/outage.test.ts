import { describe, expect, it } from '@jest/globals';
import type { Exchange } from '../../../../driver/exchange.ts';
import { Outage, withOutageRetries } from '../../../../suites/engine/retry/outage.ts';
import { exchangeOf, fakeWire } from '../fake-suite.ts';

const get = { method: 'GET', path: '/v3/oauth/client/c1', headers: [], body: null };
const failing = (kind: 'refused' | 'reset'): Exchange => ({
  request: get,
  response: null,
  failure: { kind, message: kind },
  durationMs: 1,
});

/** Answers in turn, repeating the last one for ever. */
function wireOf(...answers: readonly Exchange[]): ReturnType<typeof fakeWire> {
  const left = [...answers];
  return fakeWire(() => (left.length > 1 ? left.shift() : left[0]) ?? failing('refused'));
}

describe('a target that nobody listens at any more', () => {
  const send = (wire: ReturnType<typeof fakeWire>, outage: Outage): Promise<Exchange> =>
    withOutageRetries(wire, outage).send(get);

  it('is waited for until it is back', async () => {
    const wire = wireOf(failing('refused'), failing('refused'), exchangeOf(get, 200));
    expect((await send(wire, new Outage(true, 600))).response?.status).toBe(200);
    expect(wire.sent).toHaveLength(3);
  });

  it('is back when it takes a connection, even to crash again', async () => {
    const outage = new Outage(true, 600);
    for (let crash = 0; crash < 5; crash += 1) {
      const wire = wireOf(failing('refused'), failing('reset'));
      expect((await send(wire, outage)).failure?.kind).toBe('reset');
    }
  });

  it('is given up after a while, and then by all who share the outage', async () => {
    const outage = new Outage(true, 600);
    const first = wireOf(failing('refused'));
    expect((await send(first, outage)).failure?.kind).toBe('refused');
    expect(first.sent.length).toBeGreaterThan(1);
    const second = wireOf(failing('refused'));
    await send(second, outage);
    expect(second.sent).toHaveLength(1);
  });

  it('is not waited for where nobody ever was', async () => {
    const wire = wireOf(failing('refused'));
    await send(wire, new Outage());
    expect(wire.sent).toHaveLength(1);
  });
});
