import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../checks/catalogue.ts';
import type { Fault } from '../../../targets/reference/faults/fault.ts';
import { faults } from '../../../targets/reference/faults/index.ts';

const ids = faults.map(({ id }) => id);
const folder = join(__dirname, '../../../targets/reference/faults');
const tables = readdirSync(folder).filter((name) => name !== 'fault.ts');
const rules = new Set(catalogue.map(({ id }) => id));

// `npm run detection` shows that each fault is found by the rules that it names.
describe('the faults', () => {
  it('are sorted by id, and no id is used twice', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(tables)('have all that %s lists', async (table) => {
    const listed = Object.values(
      (await import(join(folder, table))) as Record<string, readonly Fault[]>,
    ).flat();
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  it.each(faults)('$id names rules that there are', ({ trips }) => {
    expect(trips.length).toBeGreaterThan(0);
    expect(trips.filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
