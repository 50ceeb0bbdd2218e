import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { variants } from '../../../targets/reference/variants/index.ts';

const ids = variants.map(({ id }) => id);

// That none of them is accused is what `npm run detection` shows.
describe('the variants', () => {
  it('are sorted by id, and no id is used twice', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('are all the files of their folder, each named after its variant', () => {
    const folder = join(__dirname, '../../../targets/reference/variants');
    const files = readdirSync(folder).filter((name) => name !== 'index.ts' && name !== 'variant.ts');
    expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });
});
