import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import type { WireRequest } from '../../../driver/exchange.ts';
import { withCredentialsGate } from '../../../suites/engine/credentials-gate.ts';
import { exchangeOf, fakeWire } from './fake-suite.ts';

const basic = (password: string): string => `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
const request = (authorization: string | null): WireRequest => ({
  method: 'GET',
  path: '/v3/x',
  headers: authorization === null ? [] : [['Authorization', authorization]],
  body: null,
});
const right = basic('a-long-password');

describe('the gate for wrong credentials', () => {
  it('sends right ones after so many wrong ones, however many come at once', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 401));
    const gated = withCredentialsGate(wire, 3);
    await Promise.all(Array.from({ length: 8 }, () => gated.send(request(basic('wrong')))));
    const kinds = wire.sent.map(({ headers }) => (headers[0]?.[1] === right ? 'right' : 'wrong'));
    expect(kinds.join(' ')).toBe('wrong wrong wrong right wrong wrong wrong right wrong wrong');
  });

  it('has one request with wrong credentials on its way at a time', async () => {
    let inFlight = 0;
    let most = 0;
    const wire = fakeWire(async (sent) => {
      most = Math.max(most, (inFlight += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      inFlight -= 1;
      return exchangeOf(sent, 401);
    });
    const gated = withCredentialsGate(wire, 3);
    await Promise.all([1, 2, 3].map(() => gated.send(request(basic('wrong')))));
    expect(most).toBe(1);
  });

  it('does not hold up right credentials, none, or a token', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 200));
    const gated = withCredentialsGate(wire, 1);
    for (const value of [right, null, 'Bearer abc', right, right]) await gated.send(request(value));
    expect(wire.sent).toHaveLength(5);
  });

  it('goes on after a request that could not be sent', async () => {
    const wire = fakeWire((sent) => {
      if (wire.sent.length === 1) throw new TypeError('unsendable');
      return exchangeOf(sent, 401);
    });
    const gated = withCredentialsGate(wire, 3);
    await expect(gated.send(request(basic('one')))).rejects.toThrow('unsendable');
    expect((await gated.send(request(basic('two')))).response?.status).toBe(401);
  });
});
