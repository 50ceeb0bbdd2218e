import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Variant } from '../../../targets/reference/variants/variant.ts';
import { variants } from '../../../targets/reference/variants/index.ts';

const ids = variants.map(({ id }) => id);
const folder = join(__dirname, '../../../targets/reference/variants');
const tables = readdirSync(folder).filter((name) => name !== 'variant.ts');

// `npm run detection` shows that no variant is reported as a violation.
describe('the variants', () => {
  it('are sorted by id, and no id is used twice', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(tables)('have all that %s lists', async (table) => {
    const listed = Object.values(
      (await import(join(folder, table))) as Record<string, readonly Variant[]>,
    ).flat();
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });
});
