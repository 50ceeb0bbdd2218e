import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildBoundaries } from '../../../generators/schema/build-boundaries.ts';
import { compileSchema } from '../../../spec/compile-schema.ts';
import type { JsonSchema } from '../../../spec/json-schema.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['name', 'tags'],
  properties: {
    name: { type: 'string', maxLength: 4 },
    tags: { type: 'array', items: { type: 'string', maxLength: 2 } },
    count: { type: 'integer', format: 'int32', minimum: 1 },
    'a/b': { enum: ['x', 'y'] },
    on: { type: 'boolean' },
    own: { type: 'string', readOnly: true },
  },
};

const boundaries = buildBoundaries(schema);
const named = (at: string, name: string) => {
  const found = boundaries.find((boundary) => boundary.at === at && boundary.name === name);
  if (found === undefined) throw new Error(`no boundary ${name} at ${at}`);
  return fc.sample(found.arbitrary, { seed: 1, numRuns: 20 }) as readonly Record<string, unknown>[];
};

describe('boundaries', () => {
  it('are those of every member, and of the members together', () => {
    expect(boundaries.map(({ at, name }) => `${at}=${name}`)).toMatchInlineSnapshot(`
     [
       "=required-only",
       "=all-members",
       "/count=alone",
       "/a~1b=alone",
       "/on=alone",
       "/name=empty",
       "/name=below-max",
       "/name=max",
       "/name=max-wide",
       "/name=max-astral",
       "/tags=empty",
       "/tags=one",
       "/tags=many",
       "/tags/0=empty",
       "/tags/0=below-max",
       "/tags/0=max",
       "/tags/0=max-wide",
       "/tags/0=max-astral",
       "/count=min",
       "/count=above-min",
       "/count=below-max",
       "/count=max",
       "/a~1b=value-0",
       "/a~1b=value-1",
       "/on=true",
       "/on=false",
     ]
    `);
  });

  it('fit the schema, all of them', () => {
    const listErrors = compileSchema(schema);
    for (const { arbitrary } of boundaries) {
      for (const value of fc.sample(arbitrary, { seed: 2, numRuns: 20 }))
        expect(listErrors(value)).toEqual([]);
    }
  });

  it('have unique names', () => {
    const names = boundaries.map(({ at, name }) => `${at}=${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('reach the greatest length in code points, units and bytes', () => {
    for (const { name } of named('/name', 'max')) expect(name).toHaveLength(4);
    for (const { name } of named('/name', 'max-astral')) expect(name).toHaveLength(8);
    for (const { name } of named('/name', 'max-wide'))
      expect(Buffer.byteLength(String(name))).toBeGreaterThan(7);
    for (const { name } of named('/name', 'below-max')) expect(name).toHaveLength(3);
    for (const { name } of named('/name', 'empty')) expect(name).toBe('');
  });

  it('reach both ends of a number, and no, one and many items of a list', () => {
    expect(named('/count', 'min')[0]).toMatchObject({ count: 1 });
    expect(named('/count', 'max')[0]).toMatchObject({ count: 2147483647 });
    expect(named('/tags', 'empty')[0]).toMatchObject({ tags: [] });
    expect(named('/tags', 'one').every(({ tags }) => (tags as unknown[]).length === 1)).toBe(true);
    expect(named('/tags', 'many').every(({ tags }) => new Set(tags as unknown[]).size === 8)).toBe(true);
    expect(named('/tags/0', 'max').every(({ tags }) => (tags as string[])[0]?.length === 2)).toBe(true);
  });

  it('have no, all and each alone of the optional members', () => {
    expect(Object.keys(named('', 'required-only')[0] ?? {})).toEqual(['name', 'tags']);
    expect(Object.keys(named('', 'all-members')[0] ?? {})).toEqual(['name', 'tags', 'count', 'a/b', 'on']);
    expect(Object.keys(named('/a~1b', 'alone')[0] ?? {})).toEqual(['name', 'tags', 'a/b']);
  });

  it('are about zero, too, where a number may be negative', () => {
    const edges = buildBoundaries({ type: 'integer', format: 'int32' });
    expect(edges.map(({ arbitrary }) => fc.sample(arbitrary, { seed: 1, numRuns: 1 })[0])).toEqual([
      -2147483648, -2147483647, -1, 0, 2147483646, 2147483647,
    ]);
  });

  it('are limits where lists and texts have a least size', () => {
    const small: JsonSchema = {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 1 },
      minItems: 2,
      maxItems: 3,
    };
    expect(buildBoundaries(small).map(({ name }) => name)).toEqual(['min', 'max']);
  });
});
