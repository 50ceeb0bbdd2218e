import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildArbitrary } from '../../../generators/schema/build-arbitrary.ts';
import { compileSchema } from '../../../spec/compile-schema.ts';
import type { JsonSchema } from '../../../spec/json-schema.ts';

const sample = (schema: JsonSchema, numRuns = 300) =>
  fc.sample(buildArbitrary(schema), { seed: 11, numRuns });

const schemas: Readonly<Record<string, JsonSchema>> = {
  anything: true,
  'nothing said': {},
  string: { type: 'string' },
  'bounded string': { type: 'string', minLength: 2, maxLength: 5 },
  'long string': { type: 'string', minLength: 300, maxLength: 400 },
  pattern: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}$' },
  'pattern with lengths': { type: 'string', pattern: '^a*$', minLength: 2, maxLength: 4 },
  uuid: { type: 'string', format: 'uuid' },
  'date-time': { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  uri: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  ipv6: { type: 'string', format: 'ipv6' },
  byte: { type: 'string', format: 'byte' },
  'unknown format': { type: 'string', format: 'x-own' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  'bounded integer': { type: 'integer', minimum: -3, exclusiveMaximum: 4 },
  'integer with fractions as limits': { type: 'integer', minimum: 0.5, maximum: 2.5 },
  'multiple of an integer': { type: 'integer', multipleOf: 7, minimum: 1, maximum: 100 },
  'multiple of a fraction': { type: 'number', multipleOf: 0.25, minimum: 0, maximum: 5 },
  number: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  'several types': { type: ['string', 'integer', 'null'], maxLength: 2, minimum: 0 },
  enum: { enum: ['a', 1, null, { b: [] }] },
  const: { const: { a: [1] } },
  array: { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 3 },
  'long array': { type: 'array', items: { type: 'boolean' }, minItems: 50 },
  'array of anything': { type: 'array' },
  'empty array': { type: 'array', items: false },
  'unique array': {
    type: 'array',
    items: { type: 'integer', minimum: 0, maximum: 3 },
    uniqueItems: true,
    minItems: 2,
  },
  tuple: {
    type: 'array',
    prefixItems: [{ const: 1 }, { const: 'b' }],
    items: { type: 'boolean' },
    minItems: 3,
  },
  'closed tuple': { type: 'array', prefixItems: [{ const: 1 }, { const: 'b' }], items: false, minItems: 2 },
  object: {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string' }, b: { type: 'integer' }, c: { type: 'object' } },
  },
  'closed object': { type: 'object', properties: { a: {} }, additionalProperties: false },
  map: { type: 'object', additionalProperties: { type: 'integer' }, minProperties: 2, maxProperties: 3 },
  'required but not described': {
    type: 'object',
    required: ['a'],
    additionalProperties: { type: 'boolean' },
  },
  'at least so many members': { type: 'object', properties: { a: {}, b: {} }, minProperties: 2 },
  'at most so many members': {
    type: 'object',
    required: ['c'],
    properties: { a: {}, b: {}, c: {} },
    maxProperties: 2,
  },
  'pattern properties': {
    type: 'object',
    patternProperties: { '^x[0-9]$': { type: 'string' } },
    additionalProperties: false,
    minProperties: 1,
  },
  allOf: {
    allOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'string', maxLength: 9 } } },
      { required: ['b'], properties: { a: { minLength: 2, maxLength: 4 }, b: { type: 'boolean' } } },
    ],
  },
  'allOf of types and values': {
    allOf: [
      { type: ['number', 'string'], enum: [1, 2, 'x'] },
      { type: ['integer', 'null'], enum: [2, 'x', 3] },
    ],
  },
  anyOf: { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }], properties: { a: {}, b: {} } },
  oneOf: {
    oneOf: [
      { type: 'integer', multipleOf: 3 },
      { type: 'integer', multipleOf: 2 },
    ],
  },
  not: { type: 'integer', minimum: 0, maximum: 3, not: { enum: [1, 2] } },
  'anyOf and oneOf': {
    anyOf: [{ minimum: 5 }, { maximum: -5 }],
    oneOf: [{ type: 'integer' }, { type: 'string', maxLength: 1 }],
  },
  annotations: {
    type: 'string',
    description: 'x',
    default: 1,
    example: 2,
    'x-own': 3,
    deprecated: true,
    title: '',
  },
};

describe('values of a schema', () => {
  it.each(Object.entries(schemas))('fit it: %s', (_name, schema) => {
    const listErrors = compileSchema(schema);
    for (const value of sample(schema)) {
      const sent: unknown = JSON.parse(JSON.stringify(value));
      expect(listErrors(sent)).toEqual([]);
    }
  });

  it('are the same for the same seed', () => {
    for (const schema of Object.values(schemas)) expect(sample(schema, 20)).toEqual(sample(schema, 20));
  });

  it('fit it when they are made smaller, too', () => {
    const schema = schemas['object'] ?? false;
    const listErrors = compileSchema(schema);
    fc.check(
      fc.property(buildArbitrary(schema), (value) => {
        expect(listErrors(value)).toEqual([]);
        return JSON.stringify(value).length < 20;
      }),
      { seed: 5 },
    );
    const found = fc.check(
      fc.property(buildArbitrary(schema), () => false),
      { seed: 5 },
    );
    expect(found.counterexample).toEqual([{ a: '' }]);
  });

  it('are multiples as a reader of decimals has them', () => {
    // Not checked with the validator, for which 0.3 is not a multiple of 0.1 in binary.
    const values = sample({ type: 'number', multipleOf: 0.1, minimum: 0, maximum: 1 });
    expect(values.filter((value) => !/^(0(\.\d)?|1)$/.test(JSON.stringify(value)))).toEqual([]);
    expect(values).toContain(0.3);
  });

  it('are null now and then where that is allowed', () => {
    expect(sample({ type: 'string', nullable: true })).toContain(null);
  });

  it('have every type and every member now and then', () => {
    const types = new Set(sample(schemas['several types'] ?? false).map((value) => typeof value));
    expect(types).toEqual(new Set(['string', 'number', 'object']));
    const names = new Set(sample(schemas['object'] ?? false).map((value) => Object.keys(value ?? {}).join()));
    expect(names).toEqual(new Set(['a', 'a,b', 'a,c', 'a,b,c']));
  });

  it('leave out members that only the server sets', () => {
    const schema = {
      type: 'object',
      required: ['id'],
      properties: { id: { readOnly: true }, a: { const: 1 } },
    };
    for (const value of sample(schema)) expect(value).not.toHaveProperty('id');
  });

  it('are others where an overlay says so', () => {
    const schema = { type: 'object', required: ['a'], properties: { a: { type: 'array', items: {} } } };
    const overlay = (pointer: string) => (pointer === '/properties/a/items' ? fc.constant('own') : undefined);
    const lists = fc.sample(buildArbitrary(schema, overlay), { seed: 1, numRuns: 50 });
    expect(new Set(lists.map((value) => JSON.stringify(value)))).toContain('{"a":["own","own"]}');
  });

  it.each([
    ['unsupported-keyword', '/properties/a/fits', { type: 'object', properties: { a: { fits: {} } } }],
    ['unsupported-keyword', '/items/$ref', { type: 'array', items: { $ref: '#/x' } }],
    ['unsupported-pattern', '/pattern', { type: 'string', pattern: '(' }],
    ['unsatisfiable', '', false],
    ['unsatisfiable', '', { type: 'string', minLength: 2, maxLength: 1 }],
    ['unsatisfiable', '', { type: 'integer', minimum: 2, maximum: 1 }],
    ['unsatisfiable', '', { enum: [] }],
    ['unsatisfiable', '/not', { not: {} }],
    ['unsatisfiable', '/type', { allOf: [{ type: 'string' }, { type: 'integer' }] }],
  ] as const)('cannot be made: %s at "%s"', (code, pointer, schema) => {
    expect(() => buildArbitrary(schema)).toThrow(
      expect.objectContaining({ name: 'UnbuildableSchema', code, pointer }),
    );
  });

  it('are not waited for where hardly any fits', () => {
    const schema = { type: 'integer', not: { type: 'integer' } };
    expect(() => sample(schema, 1)).toThrow(expect.objectContaining({ code: 'unsatisfiable' }));
  });
});
