import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { buildArbitrary } from '../../../generators/schema/build-arbitrary.ts';
import { finiteSchema } from '../../../generators/schema/finite-schema.ts';
import { sendableSchema } from '../../../generators/schema/sendable-schema.ts';
import { compileSchema } from '../../../spec/compile-schema.ts';
import type { JsonSchema } from '../../../spec/json-schema.ts';

const again = { $ref: '#/$defs/node' };

/** A schema in which each node is one of these. */
function recursive(node: JsonSchema): JsonSchema {
  return { ...(typeof node === 'object' ? node : {}), $defs: { node } };
}

const trees: Readonly<Record<string, JsonSchema>> = {
  'an optional member': { type: 'object', properties: { next: again, name: { type: 'string' } } },
  'a list': { type: 'object', required: ['more'], properties: { more: { type: 'array', items: again } } },
  'a choice': {
    oneOf: [{ type: 'integer' }, { type: 'object', required: ['not'], properties: { not: again } }],
  },
  'null in the end': {
    type: 'object',
    required: ['next'],
    properties: { next: { anyOf: [again, { type: 'null' }] } },
  },
  'a map': { type: 'object', additionalProperties: again },
  'another model between': {
    type: 'object',
    properties: { inner: { type: 'object', required: ['node'], properties: { node: again } } },
  },
};

describe('values of a schema that contains itself', () => {
  it.each(Object.entries(trees))('end, and fit it: %s', (_, node) => {
    const schema = recursive(node);
    const judge = compileSchema(schema);
    const values = fc.sample(buildArbitrary(schema), { seed: 1, numRuns: 100 });
    for (const value of values) expect([value, judge(value)]).toEqual([value, []]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
  });

  it('do not grow without bounds where many models contain each other', () => {
    const names = Array.from({ length: 12 }, (_, index) => `model-${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
    const model = { type: 'object', properties };
    const schema = { ...model, $defs: Object.fromEntries(names.map((name) => [name, model])) };
    const size = JSON.stringify(finiteSchema(schema)).length;
    expect(size).toBeGreaterThan(1_000);
    expect(size).toBeLessThan(100_000);
  });

  it('are none where they would never end', () => {
    const endless = { type: 'object', required: ['next'], properties: { next: again } };
    expect(finiteSchema(recursive(endless))).toBe(false);
    expect(sendableSchema(recursive(endless), [() => undefined])).toEqual({
      schema: false,
      leftOut: [{ at: '', reason: 'its values would never end' }],
    });
  });
});

const sendable = (schema: JsonSchema) => sendableSchema(schema, [() => undefined]);

describe('a schema with a part that cannot be built', () => {
  const odd = { type: 'string', fits: 'perfectly' };

  it('is sent without an optional member', () => {
    const { schema, leftOut } = sendable({ type: 'object', properties: { a: { type: 'integer' }, odd } });
    expect(leftOut).toEqual([{ at: '/properties/odd', reason: 'keyword fits is not supported (at /fits)' }]);
    for (const value of fc.sample(buildArbitrary(schema), { seed: 1, numRuns: 50 }))
      expect(value).not.toHaveProperty('odd');
  });

  it('is sent without the optional object around a required member', () => {
    const inner = { type: 'object', required: ['odd'], properties: { odd } };
    const { leftOut } = sendable({ type: 'object', properties: { inner, a: { type: 'integer' } } });
    expect(leftOut.map(({ at }) => at)).toEqual(['/properties/inner']);
  });

  it('is not sent where all of it is required', () => {
    expect(sendable({ type: 'object', required: ['odd'], properties: { odd } })).toEqual({
      schema: false,
      leftOut: [{ at: '', reason: 'keyword fits is not supported (at /properties/odd/fits)' }],
    });
  });

  it.each<[string, JsonSchema]>([
    ['a pattern against a length', { type: 'string', pattern: '^[a-z]{3}$', minLength: 9 }],
    ['a pattern against itself', { type: 'string', pattern: '^(?=a)b$' }],
    [
      'few values in a long list of different ones',
      { type: 'array', items: { enum: [1] }, uniqueItems: true, minItems: 2 },
    ],
    ['no number between two limits', { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 1 }],
    ['no item that a list has to contain', { type: 'array', items: { const: 1 }, contains: { const: 2 } }],
    ['a text of a megabyte', { type: 'string', minLength: 1_000_000 }],
    ['millions of values', { type: 'array', minItems: 250, items: { type: 'array', minItems: 250 } }],
  ])('is found before anything is sent: %s', (_, schema) => {
    expect(sendable({ type: 'object', properties: { a: schema } }).leftOut).toHaveLength(1);
  });
});

describe('values under conditions', () => {
  it.each<[string, JsonSchema]>([
    [
      'contains',
      { type: 'array', items: { type: 'integer' }, contains: { const: 7 }, minContains: 2, maxItems: 3 },
    ],
    [
      'if',
      {
        type: 'object',
        properties: { a: { enum: [1, 2] }, b: { type: 'integer' } },
        required: ['a'],
        if: { properties: { a: { const: 1 } } },
        then: { required: ['b'] },
      },
    ],
    [
      'dependentRequired',
      { type: 'object', properties: { a: true, b: true }, dependentRequired: { a: ['b'] } },
    ],
    [
      'dependentSchemas',
      { type: 'object', properties: { a: true }, dependentSchemas: { a: { required: ['b'] } } },
    ],
    ['propertyNames', { type: 'object', minProperties: 2, propertyNames: { pattern: '^[a-c]{2}$' } }],
    [
      'unevaluatedProperties',
      { allOf: [{ type: 'object', properties: { a: true } }], unevaluatedProperties: false },
    ],
    [
      'unevaluatedItems',
      { type: 'array', prefixItems: [{ type: 'integer' }], unevaluatedItems: { type: 'null' } },
    ],
    ['lookahead', { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d]{4,9}$' }],
    ['a word boundary', { type: 'string', pattern: '^\\b[a-z]+\\b$' }],
    ['no unicode mode', { type: 'string', pattern: '^[\\w-.]+\\@[.-\\d]$' }],
  ])('fit: %s', (_, schema) => {
    const judge = compileSchema(schema);
    const values = fc.sample(buildArbitrary(schema), { seed: 1, numRuns: 200 });
    for (const value of values) expect([value, judge(value)]).toEqual([value, []]);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
  });
});
