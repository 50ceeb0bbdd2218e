import { arrayOrEmpty, objectOrEmpty } from '../json-object.ts';
import type { JsonObject } from '../json-object.ts';
import type { NodeKind } from './node-kind.ts';
import type { OpenapiVersion } from '../openapi-version.ts';

/** Keywords that do not affect validity, so that they can stand beside a `$ref` without an `allOf`. */
const annotation = /^(title|summary|description|default|deprecated|readOnly|writeOnly|examples?|x-.*)$/;

/**
 * The target of a reference together with what stands beside the `$ref`. For a path item both count, in all versions.
 * For a schema both apply from OpenAPI 3.1 on. Before, the neighbours of a `$ref` are ignored by the letter, but who
 * writes `nullable` there means it. Of other objects only the texts may be replaced.
 */
export function besideReference(
  target: JsonObject,
  siblings: JsonObject,
  kind: NodeKind,
  version: OpenapiVersion,
): JsonObject {
  if (kind === 'path-item') return { ...target, ...siblings, ...joinedParameters(target, siblings) };
  if (kind !== 'schema') return target;
  if (version !== '3.1') return siblings[nullable[version]] === true ? orNull(target, version) : target;
  return Object.keys(siblings).every((name) => annotation.test(name))
    ? { ...target, ...siblings }
    : { allOf: [target, siblings] };
}

const nullable = { '2.0': 'x-nullable', '3.0': 'nullable' } as const;

/** By the letter of 3.0.3 a list of values without null excludes it, so null is added. */
function orNull(target: JsonObject, version: '2.0' | '3.0'): JsonObject {
  const lists = ['enum', 'x-ntnx-enum'].filter((name) => Array.isArray(target[name]));
  const widened = lists.map((name) => [name, [...arrayOrEmpty(target[name]), null]] as const);
  return { ...target, ...Object.fromEntries(widened), [nullable[version]]: true };
}

/** The parameters of both. That of the referring path item counts where both declare the same one. */
function joinedParameters(target: JsonObject, siblings: JsonObject): JsonObject {
  const [theirs, own] = [arrayOrEmpty(target['parameters']), arrayOrEmpty(siblings['parameters'])];
  if (theirs.length === 0 || own.length === 0) return {};
  const keyOf = (parameter: unknown): string => {
    const { in: place, name } = objectOrEmpty(parameter);
    return JSON.stringify([place, name]);
  };
  const ownKeys = new Set(own.map(keyOf));
  return { parameters: [...theirs.filter((parameter) => !ownKeys.has(keyOf(parameter))), ...own] };
}
