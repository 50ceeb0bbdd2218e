import { describe, expect, it } from '@jest/globals';
import { limitAfter } from '../../driver/time-limit.ts';
import { RateLimit } from '../../driver/rate-limit.ts';

describe('the rate limit', () => {
  it('spaces what comes at once, in its order', async () => {
    const limit = new RateLimit(100);
    const at: number[] = [];
    const start = performance.now();
    await Promise.all(
      [0, 1, 2, 3, 4].map(async (number) => {
        await limit.take();
        at[number] = performance.now();
      }),
    );
    expect((at.at(-1) ?? 0) - start).toBeGreaterThanOrEqual(39);
    expect(at).toEqual([...at].sort((one, other) => one - other));
  });

  it('lets those go without a turn whose limit is over, and takes none from others for it', async () => {
    const limit = new RateLimit(2);
    await limit.take();
    const until = limitAfter(150);
    const start = performance.now();
    const told = await Promise.all([limit.take(until), limit.take(until), limit.take(until)]);
    expect(told).toEqual([false, false, false]);
    expect(performance.now() - start).toBeLessThan(400);
    expect(await limit.take()).toBe(true);
    expect(performance.now() - start).toBeLessThan(1400);
  });

  it('saves nothing up while nothing is sent', async () => {
    const limit = new RateLimit(50);
    await limit.take();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    await Promise.all([limit.take(), limit.take(), limit.take()]);
    expect(performance.now() - start).toBeGreaterThanOrEqual(39);
  });
});
