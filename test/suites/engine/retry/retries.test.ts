import { describe, expect, it } from '@jest/globals';
import type { Exchange } from '../../../../driver/exchange.ts';
import { limitAfter, RunEnd } from '../../../../driver/time-limit.ts';
import { Retries } from '../../../../suites/engine/retry/retries.ts';
import { exchangeOf, fakeWire } from '../fake-suite.ts';

const get = { method: 'GET', path: '/v3/oauth/client/c1', headers: [], body: null };
const register = { method: 'POST', path: '/v3/oauth/client', headers: [], body: null };
const isRefused = ({ response }: Exchange): boolean => (response?.status ?? 0) >= 400;
const soon = { 'retry-after': '0' };

/** The final status of a request that is answered with these statuses in turn, and how often it was sent. */
async function settled(
  request: Exchange['request'],
  statuses: readonly number[],
): Promise<{ readonly status: number | undefined; readonly sent: number }> {
  const left = [...statuses];
  const wire = fakeWire((sent) => exchangeOf(sent, left.shift() ?? 200, {}, soon));
  const exchange = await new Retries().settle(wire, await wire.send(request), isRefused);
  return { status: exchange.response?.status, sent: wire.sent.length };
}

describe('a request that was turned away', () => {
  it('is sent again where a repetition does no harm', async () => {
    expect(await settled(get, [503, 200])).toEqual({ status: 200, sent: 2 });
    expect(await settled({ ...get, method: 'DELETE' }, [401, 502, 200])).toEqual({ status: 200, sent: 3 });
  });

  it('is not sent again where it may have minted something', async () => {
    expect(await settled(register, [503, 200])).toEqual({ status: 503, sent: 1 });
    expect(await settled(register, [401, 200])).toEqual({ status: 401, sent: 1 });
  });

  it('is sent again whatever it is where 429 says that nothing was done', async () => {
    expect(await settled(register, [429, 200])).toEqual({ status: 200, sent: 2 });
  });

  it('stands after two repetitions', async () => {
    expect(await settled(get, [503, 503, 503, 200])).toEqual({ status: 503, sent: 3 });
  });

  it('is not sent again before it may be, nor waited for too long', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 503, {}, { 'retry-after': '31' }));
    await new Retries().settle(wire, await wire.send(get), isRefused);
    expect(wire.sent).toHaveLength(1);
  });

  it('is what counts where nobody was there any more for a repetition', async () => {
    const gone = { kind: 'refused', message: 'nobody listens' } as const;
    const wire = fakeWire((sent) => ({ request: sent, response: null, failure: gone, durationMs: 1 }));
    const first = exchangeOf(get, 503, {}, soon);
    expect(await new Retries().settle(wire, first, isRefused)).toBe(first);
  });

  it('is not waited for beyond the end of the run', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 503, {}, { 'retry-after': '5' }));
    await new Retries(limitAfter(4000)).settle(wire, await wire.send(get), isRefused);
    expect(wire.sent).toHaveLength(1);
  });

  it('is not waited for to the end where the run is told to end meanwhile', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 503, {}, { 'retry-after': '20' }));
    const end = new RunEnd();
    setTimeout(() => {
      end.tell();
    }, 50);
    const start = performance.now();
    await new Retries(end).settle(wire, await wire.send(get), isRefused);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(wire.sent).toHaveLength(1);
  });

  it('is not asked twice for ever of a target that always answers so', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 503, {}, soon));
    const repeats = new Retries();
    for (let times = 0; times < 100; times += 1) await repeats.settle(wire, await wire.send(get), isRefused);
    expect(repeats.count).toBe(24);
    expect(repeats.spend()).toBe(false);
  });

  it('leaves a mark on the answer that counts', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 200));
    const repeats = new Retries();
    const first = exchangeOf(get, 503, {}, soon);
    const exchange = await repeats.settle(wire, first, isRefused);
    expect([first.isRepeated, exchange.isRepeated]).toEqual([undefined, true]);
  });
});
