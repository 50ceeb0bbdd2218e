import fc from 'fast-check';
import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { formatPointer, parsePointer, resolvePointer } from '../../spec/json-pointer.ts';
import type { JsonSchema } from '../../spec/json-schema.ts';
import { recursiveName } from '../../spec/self-contained.ts';
import { buildArbitrary } from './build-arbitrary.ts';
import type { Overlay } from './build-arbitrary.ts';
import { finiteSchema } from './finite-schema.ts';
import { readSchemaMap, readTexts } from './read-keyword.ts';
import { UnbuildableSchema } from './schema-types.ts';

/** A part of a schema for which no values are sent. */
export interface LeftOut {
  /** JSON pointer into the schema; empty for the whole. */
  readonly at: string;
  readonly reason: string;
}

/** A schema of which values can be built. */
export interface SendableSchema {
  /** `false` if no value at all can be built. */
  readonly schema: JsonSchema;
  readonly leftOut: readonly LeftOut[];
}

/** Drawn before anything is sent, to find out whether values can be. */
const probes = 20;

/**
 * A schema without the optional members for which no values can be built. If a member that cannot be built is required,
 * so is the object that it belongs to.
 */
export function sendableSchema(schema: JsonSchema, overlays: readonly Overlay[]): SendableSchema {
  let current = finiteSchema(schema);
  const leftOut: LeftOut[] = [...endlessMembers(schema, current)];
  if (leftOut.length > 0 && current === false) return { schema: false, leftOut };
  for (;;) {
    const problem = problemOf(current, overlays);
    if (problem === null) return { schema: current, leftOut };
    const place = optionalMember(current, problem.pointer);
    if (place === null) {
      const at = problem.pointer === '' ? '' : ` (at ${problem.pointer})`;
      return { schema: false, leftOut: [...leftOut, { at: '', reason: `${problem.detail}${at}` }] };
    }
    const inside = problem.pointer.slice(formatPointer(place).length);
    leftOut.push({
      at: formatPointer(place),
      reason: `${problem.detail}${inside === '' ? '' : ` (at ${inside})`}`,
    });
    current = forbidden(current, place);
  }
}

/** Members whose values would have to contain themselves without end. */
function endlessMembers(schema: JsonSchema, finite: JsonSchema, pointer = ''): readonly LeftOut[] {
  if (typeof schema === 'boolean' || recursiveName(schema) !== undefined) return [];
  if (finite === false) return [{ at: pointer, reason: 'its values would never end' }];
  if (finite === true) return [];
  const members = readSchemaMap(finite, 'properties');
  return [...readSchemaMap(schema, 'properties')].flatMap(([name, member]) =>
    endlessMembers(member, members.get(name) ?? true, `${pointer}/properties/${name}`),
  );
}

function problemOf(schema: JsonSchema, overlays: readonly Overlay[]): UnbuildableSchema | null {
  try {
    for (const overlay of overlays) fc.sample(buildArbitrary(schema, overlay), { seed: 0, numRuns: probes });
    return null;
  } catch (error) {
    if (error instanceof UnbuildableSchema) return error;
    throw error;
  }
}

/** The path of the innermost optional member around a place, or null. */
function optionalMember(schema: JsonSchema, pointer: string): readonly string[] | null {
  const segments = parsePointer(pointer);
  for (let end = segments.length; end >= 2; end -= 1) {
    const place = segments.slice(0, end);
    const owner = resolvePointer(schema, formatPointer(place.slice(0, -2)));
    if (place.at(-2) !== 'properties' || !isJsonObject(owner)) continue;
    const isForbidden = resolvePointer(schema, formatPointer(place)) === false;
    if (!isForbidden && !readTexts(owner, 'required').includes(place.at(-1) ?? '')) return place;
  }
  return null;
}

/** A copy of a schema in which a place has the schema `false`. */
function forbidden(schema: JsonSchema, [name, ...rest]: readonly string[]): JsonSchema {
  if (name === undefined || typeof schema === 'boolean') return false;
  return withMember(schema, name, rest);
}

function withMember(owner: JsonObject, name: string, rest: readonly string[]): JsonObject {
  const [next, ...further] = rest;
  const inner = owner[name];
  return {
    ...owner,
    [name]: next === undefined ? false : withMember(isJsonObject(inner) ? inner : {}, next, further),
  };
}
