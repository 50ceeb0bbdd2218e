import { describe, expect, it } from '@jest/globals';
import { mapConcurrently } from '../../driver/map-concurrently.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('concurrent work', () => {
  it('is done for every item, never more at a time than the limit', async () => {
    const done: number[] = [];
    let active = 0;
    let most = 0;
    await mapConcurrently(
      Array.from({ length: 20 }, (_, item) => item),
      3,
      async (item) => {
        active += 1;
        most = Math.max(most, active);
        await pause(item % 4);
        active -= 1;
        done.push(item);
      },
    );
    expect(done.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, item) => item));
    expect(most).toBe(3);
  });

  it('draws an item only when there is room', async () => {
    let drawn = 0;
    let finished = 0;
    async function* items(): AsyncGenerator<number> {
      for (let item = 0; item < 10; item += 1) {
        expect(drawn - finished).toBeLessThanOrEqual(2);
        drawn += 1;
        await pause(0);
        yield item;
      }
    }
    await mapConcurrently(items(), 2, async () => {
      await pause(2);
      finished += 1;
    });
    expect(finished).toBe(10);
  });

  it('ends with the first error, once begun work has ended', async () => {
    const ended: number[] = [];
    const work = mapConcurrently([1, 2, 3, 4, 5, 6, 7, 8], 2, async (item) => {
      await pause(item === 1 ? 1 : 10);
      ended.push(item);
      if (item === 1) throw new RangeError('first');
    });
    await expect(work).rejects.toThrow('first');
    expect(ended).toContain(2);
    expect(ended).not.toContain(8);
  });

  it('of nothing is nothing', async () => {
    await expect(mapConcurrently([], 4, () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
