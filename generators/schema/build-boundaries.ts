import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import { textOfLength } from '../text/text.ts';
import { buildArbitrary } from './build-arbitrary.ts';
import type { Overlay } from './build-arbitrary.ts';
import { readIntegerRange } from './build-number.ts';
import { finiteSchema } from './finite-schema.ts';
import { readMembers } from './build-object.ts';
import { readAllowedValues, readNumber, readSchema } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { readTypes, UnbuildableSchema } from './schema-types.ts';
import { longestText, mostItems } from './size-limits.ts';

/** Values at a boundary of what a schema allows. They are built by design, since random values hardly ever reach it. */
export interface Boundary {
  /** JSON pointer of the value at its boundary; empty for the whole value. */
  readonly at: string;
  /** Which boundary, such as `max`. Unique for its pointer. */
  readonly name: string;
  readonly arbitrary: fc.Arbitrary<JsonValue>;
}

const noOverlay: Overlay = () => undefined;

/**
 * The boundaries of a schema: text of exactly its greatest length (in one-byte, wide and astral characters, since
 * lengths count code points), numbers at both ends and around zero, lists with no, one and many items, every listed
 * value, and objects with no, each and all of their optional members. All other values come from `buildArbitrary`.
 */
export function buildBoundaries(
  schema: JsonSchema,
  overlay: Overlay = noOverlay,
  pointer = '',
): readonly Boundary[] {
  const finite = finiteSchema(schema);
  return typeof finite === 'boolean' ? [] : edgesOf(finite, overlay, pointer);
}

function edgesOf(schema: SchemaObject, overlay: Overlay, pointer: string): readonly Boundary[] {
  const allowed = readAllowedValues(schema);
  if (allowed !== null) return allowed.map((value, index) => edge(`value-${index}`, fc.constant(value)));
  return readTypes(schema).flatMap((type) => {
    switch (type) {
      case 'string':
        return stringEdges(schema);
      case 'integer':
        return integerEdges(schema);
      case 'boolean':
        return [edge('true', fc.constant(true)), edge('false', fc.constant(false))];
      case 'null':
        return [edge('null', fc.constant(null))];
      case 'array':
        return arrayEdges(schema, overlay, pointer);
      case 'object':
        return objectEdges(schema, overlay, pointer);
      case 'number':
        return [];
    }
  });
}

function edge(name: string, arbitrary: fc.Arbitrary<JsonValue>, at = ''): Boundary {
  return { at, name, arbitrary };
}

/** A boundary of which a value can be built, or none. */
function edgeIfAny(name: string, build: () => fc.Arbitrary<JsonValue>, at = ''): readonly Boundary[] {
  try {
    const arbitrary = build();
    fc.sample(arbitrary, { seed: 0, numRuns: 1 });
    return [edge(name, arbitrary, at)];
  } catch (error) {
    if (error instanceof UnbuildableSchema) return [];
    throw error;
  }
}

function stringEdges(schema: SchemaObject): readonly Boundary[] {
  if ('pattern' in schema || 'format' in schema) return [];
  const min = readNumber(schema, 'minLength') ?? 0;
  const max = within(longestText, readNumber(schema, 'maxLength'));
  if (min > longestText) return [];
  const least = edge(min === 0 ? 'empty' : 'min', textOfLength(min));
  if (max === undefined || max <= min) return [least];
  return [
    least,
    edge('below-max', textOfLength(max - 1)),
    edge('max', textOfLength(max)),
    edge('max-wide', textOfLength(max, 'wide')),
    edge('max-astral', textOfLength(max, 'astral')),
  ];
}

/** A limit, unless a value at it would be too large to be sent. */
function within(most: number, limit: number | undefined): number | undefined {
  return limit === undefined || limit > most ? undefined : limit;
}

function integerEdges(schema: SchemaObject): readonly Boundary[] {
  if ('multipleOf' in schema) return [];
  const { min, max } = readIntegerRange(schema);
  if (min >= max) return [];
  const around = min < -1 && max > 0 ? { 'below-zero': -1, zero: 0 } : {};
  const edges = { min, 'above-min': min + 1, ...around, 'below-max': max - 1, max };
  return Object.entries(edges).map(([name, value]) => edge(name, fc.constant(value)));
}

function arrayEdges(schema: SchemaObject, overlay: Overlay, pointer: string): readonly Boundary[] {
  const items = readSchema(schema, 'items');
  if (items === undefined || items === false || 'prefixItems' in schema) return [];
  const min = readNumber(schema, 'minItems') ?? 0;
  const limit = within(mostItems, readNumber(schema, 'maxItems'));
  const max = limit ?? Math.max(8, min);
  if (min > mostItems) return [];
  const listOf = (length: number): fc.Arbitrary<JsonValue> =>
    buildArbitrary(
      // Texts are unique here, since a repeated text tests something else than a long list.
      { ...schema, minItems: length, maxItems: length, ...(isFreeText(items) ? { uniqueItems: true } : {}) },
      overlayInside(overlay, pointer),
      pointer,
    );
  const lengths = new Map([
    [min, min === 0 ? 'empty' : 'min'],
    [Math.min(max, min + 1), min === 0 ? 'one' : 'above-min'],
    [max, limit === undefined ? 'many' : 'max'],
  ]);
  const inner = buildBoundaries(items, overlay, `${pointer}/items`)
    .filter(() => min <= 1 && max >= 1)
    .map((item) =>
      edge(
        item.name,
        item.arbitrary.map((value) => [value]),
        `/0${item.at}`,
      ),
    );
  return [...[...lengths].flatMap(([length, name]) => edgeIfAny(name, () => listOf(length))), ...inner];
}

function isFreeText(schema: JsonSchema): boolean {
  return typeof schema === 'object' && schema['type'] === 'string' && readAllowedValues(schema) === null;
}

/** The overlay without the place itself, whose values are at a boundary. */
function overlayInside(overlay: Overlay, pointer: string): Overlay {
  return (at) => (at === pointer ? undefined : overlay(at));
}

function objectEdges(schema: SchemaObject, overlay: Overlay, pointer: string): readonly Boundary[] {
  const { schemas, required } = readMembers(schema);
  const member = (name: string): fc.Arbitrary<JsonValue> =>
    buildArbitrary(schemas.get(name) ?? true, overlay, `${pointer}/properties/${name}`);
  const objectOf = (names: readonly string[], own: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {}) =>
    fc.record(
      { ...Object.fromEntries(names.map((name) => [name, member(name)])), ...own },
      { noNullPrototype: true },
    );
  const optional = [...schemas.keys()].filter((name) => !required.includes(name));
  const inner = [...schemas].flatMap(([name, inside]) =>
    buildBoundaries(inside, overlay, `${pointer}/properties/${name}`).flatMap((boundary) =>
      edgeIfAny(
        boundary.name,
        () => objectOf(required, { [name]: boundary.arbitrary }),
        `/${escape(name)}${boundary.at}`,
      ),
    ),
  );
  if (optional.length === 0) return inner;
  return [
    ...edgeIfAny('required-only', () => objectOf(required)),
    ...edgeIfAny('all-members', () => objectOf([...schemas.keys()])),
    ...optional.flatMap((name) =>
      edgeIfAny('alone', () => objectOf([...required, name]), `/${escape(name)}`),
    ),
    ...inner,
  ];
}

function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
