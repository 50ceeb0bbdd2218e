import type { SchemaObject } from './read-keyword.ts';

/** Why no value can be built for a schema. */
export type UnbuildableReason = 'unsupported-keyword' | 'unsupported-pattern' | 'unsatisfiable';

/** A schema for which no generator can be built, and where in it the reason is. */
export class UnbuildableSchema extends Error {
  readonly code: UnbuildableReason;
  /** JSON pointer into the schema. */
  readonly pointer: string;
  readonly detail: string;

  constructor(code: UnbuildableReason, pointer: string, detail: string) {
    super(`schema at ${pointer === '' ? '/' : pointer}: ${detail}`);
    this.name = 'UnbuildableSchema';
    this.code = code;
    this.pointer = pointer;
    this.detail = detail;
  }
}

/** The types of JSON Schema. */
export const typeNames = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] as const;

export type TypeName = (typeof typeNames)[number];

const impliedBy: readonly (readonly [keyword: string, type: TypeName])[] = [
  ['properties', 'object'],
  ['additionalProperties', 'object'],
  ['patternProperties', 'object'],
  ['required', 'object'],
  ['dependentRequired', 'object'],
  ['propertyNames', 'object'],
  ['unevaluatedProperties', 'object'],
  ['items', 'array'],
  ['prefixItems', 'array'],
  ['minItems', 'array'],
  ['maxItems', 'array'],
  ['contains', 'array'],
  ['unevaluatedItems', 'array'],
  ['maxLength', 'string'],
  ['minLength', 'string'],
  ['pattern', 'string'],
  ['format', 'string'],
  ['minimum', 'number'],
  ['maximum', 'number'],
  ['exclusiveMinimum', 'number'],
  ['exclusiveMaximum', 'number'],
  ['multipleOf', 'number'],
];

/**
 * The types that a value may have. If a schema names none, it is the type that its other keywords apply to: other types
 * are allowed too, but would not exercise these keywords. Empty if nothing tells the type.
 */
export function readTypes(schema: SchemaObject): readonly TypeName[] {
  const { type } = schema;
  const named = (Array.isArray(type) ? type : [type]).filter(isTypeName);
  const types = named.length > 0 ? named : impliedTypes(schema);
  return schema['nullable'] === true && types.length > 0 && !types.includes('null')
    ? [...types, 'null']
    : types;
}

function impliedTypes(schema: SchemaObject): readonly TypeName[] {
  const implied = impliedBy.find(([keyword]) => keyword in schema);
  return implied === undefined ? [] : [implied[1]];
}

function isTypeName(value: unknown): value is TypeName {
  return typeNames.some((name) => name === value);
}
