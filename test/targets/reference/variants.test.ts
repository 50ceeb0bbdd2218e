import { beforeAll, describe, expect, it } from '@jest/globals';
import { createReference } from '../../../targets/reference/create-reference.ts';
import { variants } from '../../../targets/reference/variants/index.ts';
import { driveTraffic } from './drive-traffic.ts';

const ids = variants.map(({ id }) => id);
const concurrency = 12;
/** A lawful answer to an unknown method, and the only status of its class that is. */
const notImplemented = ': 501 ';

describe('the variants', () => {
  it('are sorted by id, and no id is used twice', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

describe('a target with a variant', () => {
  const observations = new Map<string, readonly string[]>();

  beforeAll(async () => {
    const waiting = [...ids];
    const work = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const reference = await createReference({ variants: [id] });
        observations.set(id, await driveTraffic(reference.url));
        await reference.close();
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
  }, 120_000);

  it.each(ids)('%s answers everything, and nothing with a server error', (id) => {
    const bad = observations
      .get(id)
      ?.filter((line) => !/^\S+ \S+: [1-4]\d\d /.test(line) && !line.includes(notImplemented));
    expect(bad).toEqual([]);
  });
});
