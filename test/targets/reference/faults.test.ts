import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createReference } from '../../../targets/reference/create-reference.ts';
import { faults } from '../../../targets/reference/faults/index.ts';
import { DifferentAnswer, driveTraffic } from './drive-traffic.ts';

const ids = faults.map(({ id }) => id);
/** Targets wait more than they work: for a token to expire, and for an answer that never comes. */
const concurrency = 12;

/** Whether a target with a fault answers differently from a lawful one. */
async function differs(fault: string, lawful: readonly string[]): Promise<boolean> {
  const reference = await createReference({ faults: [fault] });
  try {
    await driveTraffic(reference.url, lawful);
    return false;
  } catch (error) {
    if (error instanceof DifferentAnswer) return true;
    throw error;
  } finally {
    await reference.close();
  }
}

describe('the faults', () => {
  it('are sorted by id, and no id is used twice', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('are all the files of their folder, each named after its fault', () => {
    const folder = join(__dirname, '../../../targets/reference/faults');
    const files = readdirSync(folder).filter((name) => name !== 'index.ts' && name !== 'fault.ts');
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  it.each(faults)('$id names the rules that find it', ({ trips }) => {
    expect(trips.length).toBeGreaterThan(0);
    for (const rule of trips) expect(rule).toMatch(/^[a-z]+(\.[a-z0-9-]+){2}$/);
  });
});

describe('a target with a fault', () => {
  const shown = new Set<string>();

  beforeAll(async () => {
    const lawful = await createReference();
    const expected = await driveTraffic(lawful.url);
    await lawful.close();
    const again = await createReference();
    await driveTraffic(again.url, expected);
    await again.close();
    const waiting = [...ids];
    const work = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (await differs(id, expected)) shown.add(id);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
  }, 300_000);

  it.each(ids)('%s is told from a lawful one', (id) => {
    expect(shown.has(id)).toBe(true);
  });
});
