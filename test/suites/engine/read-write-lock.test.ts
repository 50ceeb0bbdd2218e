import { setImmediate as later } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { ReadWriteLock } from '../../../suites/engine/read-write-lock.ts';

/** Runs tasks in this order, those with a capital letter exclusively, and returns when each starts and ends. */
async function story(names: string): Promise<string> {
  const lock = new ReadWriteLock();
  const told: string[] = [];
  const works = names.split('').map((name) =>
    lock.take(name !== name.toLowerCase(), async () => {
      told.push(`+${name}`);
      await later();
      told.push(`-${name}`);
    }),
  );
  await Promise.all(works);
  return told.join(' ');
}

describe('a read-write lock', () => {
  it('let works run side by side', async () => {
    expect(await story('ab')).toBe('+a +b -a -b');
  });

  it('let a work run alone, after those before it and before those after it', async () => {
    expect(await story('abCde')).toBe('+a +b -a -b +C -C +d +e -d -e');
  });

  it('let several run alone one after the other', async () => {
    expect(await story('ABc')).toBe('+A -A +B -B +c -c');
  });

  it('go on after a work that failed, and tell who asked for it', async () => {
    const lock = new ReadWriteLock();
    const failed = lock.take(true, () => Promise.reject(new Error('no')));
    const next = lock.take(false, () => Promise.resolve());
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBeUndefined();
  });
});
