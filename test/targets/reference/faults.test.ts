import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../checks/catalogue.ts';
import { faults } from '../../../targets/reference/faults/index.ts';

const ids = faults.map(({ id }) => id);
const rules = new Set(catalogue.map(({ id }) => id));

// That each is found by the rules it names is what `npm run detection` shows.
describe('the faults', () => {
  it('are sorted by id, and no id is used twice', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('are all the files of their folder, each named after its fault', () => {
    const folder = join(__dirname, '../../../targets/reference/faults');
    const files = readdirSync(folder).filter((name) => name !== 'index.ts' && name !== 'fault.ts');
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  it.each(faults)('$id names rules that there are', ({ trips }) => {
    expect(trips.length).toBeGreaterThan(0);
    expect(trips.filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
