import { setImmediate as later } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../suites/engine/turns.ts';

/** Runs works in this order, those with a capital letter alone; tells each beginning and end. */
async function story(names: string): Promise<string> {
  const turns = new Turns();
  const told: string[] = [];
  const works = names.split('').map((name) =>
    turns.take(name !== name.toLowerCase(), async () => {
      told.push(`+${name}`);
      await later();
      told.push(`-${name}`);
    }),
  );
  await Promise.all(works);
  return told.join(' ');
}

describe('turns', () => {
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
    const turns = new Turns();
    const failed = turns.take(true, () => Promise.reject(new Error('no')));
    const next = turns.take(false, () => Promise.resolve());
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBeUndefined();
  });
});
