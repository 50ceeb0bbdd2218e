import { describe, expect, it } from '@jest/globals';
import { RateLimit } from '../../driver/rate-limit.ts';

describe('the rate limit', () => {
  it('spaces what comes at once, in its order', async () => {
    const limit = new RateLimit(100);
    const at: number[] = [];
    await Promise.all(
      [0, 1, 2, 3, 4].map(async (number) => {
        await limit.take();
        at[number] = performance.now();
      }),
    );
    const [first = 0, , , , last = 0] = at;
    expect(last - first).toBeGreaterThanOrEqual(39);
    expect(at).toEqual([...at].sort((one, other) => one - other));
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
