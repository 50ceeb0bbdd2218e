import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import { isSchema, readAllowedValues, readSchemaMap } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { readTypes } from './schema-types.ts';

type Merge = (left: unknown, right: unknown) => unknown;

const greater: Merge = (left, right) => Math.max(Number(left), Number(right));
const lesser: Merge = (left, right) => Math.min(Number(left), Number(right));
const both: Merge = (left, right) => [...new Set([...asList(left), ...asList(right)])];
const inner: Merge = (left, right) =>
  isSchema(left) && isSchema(right) ? mergeSchemas([left, right]) : (left ?? right);
const byName: Merge = (left, right) => {
  const merged = readSchemaMap({ map: left }, 'map');
  const more = readSchemaMap({ map: right }, 'map');
  return Object.fromEntries(
    [...new Set([...merged.keys(), ...more.keys()])].map((name) => [
      name,
      inner(merged.get(name) ?? true, more.get(name) ?? true),
    ]),
  );
};

const merges: Readonly<Record<string, Merge>> = {
  minimum: greater,
  exclusiveMinimum: greater,
  minLength: greater,
  minItems: greater,
  minProperties: greater,
  maximum: lesser,
  exclusiveMaximum: lesser,
  maxLength: lesser,
  maxItems: lesser,
  maxProperties: lesser,
  required: both,
  properties: byName,
  patternProperties: byName,
  items: inner,
  additionalProperties: inner,
  uniqueItems: (left, right) => left === true || right === true,
};

/**
 * One schema for values that fit all the given ones, as far as keywords can express it. Where two cannot be merged (two
 * patterns, say), the later one applies, and the caller filters by the whole.
 */
export function mergeSchemas(schemas: readonly JsonSchema[]): JsonSchema {
  if (schemas.includes(false)) return false;
  return schemas.filter((schema) => typeof schema === 'object').reduce<SchemaObject>(mergeTwo, {});
}

function mergeTwo(left: SchemaObject, right: SchemaObject): SchemaObject {
  const merged: Record<string, unknown> = { ...left };
  for (const [keyword, value] of Object.entries(right)) {
    const merge = merges[keyword];
    merged[keyword] = keyword in left && merge !== undefined ? merge(left[keyword], value) : value;
  }
  const allowed = mergeAllowedValues(left, right);
  if (allowed !== null) {
    delete merged['const'];
    merged['enum'] = allowed;
  }
  return { ...merged, ...mergeTypes(left, right) };
}

function mergeTypes(left: SchemaObject, right: SchemaObject): SchemaObject {
  if (!('type' in left && 'type' in right)) return {};
  const [some, others] = [readTypes(left), readTypes(right)];
  const kept = [...some, ...others].filter(
    (type) =>
      (some.includes(type) || fitsNumber(type, some)) && (others.includes(type) || fitsNumber(type, others)),
  );
  return { type: [...new Set(kept)] };
}

function fitsNumber(type: string, types: readonly string[]): boolean {
  return type === 'integer' && types.includes('number');
}

function mergeAllowedValues(left: SchemaObject, right: SchemaObject): readonly JsonValue[] | null {
  const [some, others] = [readAllowedValues(left), readAllowedValues(right)];
  if (some === null || others === null) return null;
  const known = new Set(others.map((value) => JSON.stringify(value)));
  return some.filter((value) => known.has(JSON.stringify(value)));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
