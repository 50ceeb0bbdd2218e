import { describe, expect, it } from '@jest/globals';
import { familiesOf } from '../../generators/families.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import { operationIds } from '../../spec/operation-ids.ts';

describe('the families of an operation', () => {
  it.each(operationIds)('are valid and broken ones with names of their own: %s', async (id) => {
    const families = familiesOf(await loadBundledContract(), id);
    const names = families.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9.:/=_~-]+$/i.test(name))).toEqual([]);
    expect(new Set(families.map(({ polarity }) => polarity))).toEqual(new Set(['valid', 'broken']));
    expect(families.filter(({ enough }) => enough < 1)).toEqual([]);
  });
});
