import { upgrade } from '@scalar/openapi-upgrader';
import { ContractError } from './contract-error.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, objectOrEmpty } from './json-object.ts';
import { kindOfItem, kindOfMember } from './references/node-kind.ts';
import type { NodeKind } from './references/node-kind.ts';

/** The versions of OpenAPI that can be read. */
export type OpenapiVersion = '2.0' | '3.0' | '3.1';

/**
 * Tells the version of an OpenAPI document. Throws a ContractError `not-openapi` for anything else. The error names the
 * version that the document claims, if any.
 */
export function openapiVersion(value: unknown, source: string): [OpenapiVersion, JsonObject] {
  const refuse = (pointer: string, message: string): ContractError =>
    new ContractError('not-openapi', source, [{ pointer, message }]);
  if (!isJsonObject(value)) throw refuse('', `is not an OpenAPI document but ${kindOf(value)}`);
  for (const member of ['openapi', 'swagger', 'swaggerVersion']) {
    const version = value[member];
    if (version === undefined) continue;
    if (typeof version !== 'string') {
      throw refuse(`/${member}`, `is the version of OpenAPI and must be a text; put it in quotes`);
    }
    if (member === 'swagger' && version === '2.0') return ['2.0', value];
    if (member === 'openapi' && /^3\.0\.\d+$/.test(version)) return ['3.0', value];
    if (member === 'openapi' && /^3\.1\.\d+$/.test(version)) return ['3.1', value];
    throw refuse(`/${member}`, `OpenAPI "${version}" cannot be read; 2.0, 3.0 and 3.1 can`);
  }
  throw refuse('', 'is not an OpenAPI document: it has neither the member "openapi" nor "swagger"');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

/**
 * Upgrades a document without references to OpenAPI 3.1; a 3.1 document keeps its meaning. The upgrader leaves a
 * `nullable` that has no `type` beside it. It is turned into a choice with null: by the letter of 3.0.3 it has no
 * effect there, but its author meant that null is allowed.
 */
export function upgradeDocument(document: Record<string, unknown>): JsonObject {
  const hidden = renamed(document, 'object', (name) => (name === example ? hiddenExample : name));
  const upgraded: unknown = upgrade(objectOrEmpty(hidden), '3.1');
  const shown = renamed(upgraded, 'object', (name) => (name === hiddenExample ? example : name));
  return objectOrEmpty(withoutNullable(shown, 'object'));
}

/** The upgrader takes a member of a model for the keyword if it has this name. No document has the other name. */
const [example, hiddenExample] = ['example', '\u0000example'];

/** A copy in which the members of models have other names. */
function renamed(value: unknown, kind: NodeKind, rename: (name: string) => string): unknown {
  if (kind === 'data') return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, kindOfItem(kind), rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      kind === 'schemas' ? rename(name) : name,
      renamed(inner, kindOfMember(kind, name), rename),
    ]),
  );
}

function withoutNullable(value: unknown, kind: NodeKind): unknown {
  if (kind === 'data') return value;
  if (Array.isArray(value)) return value.map((item) => withoutNullable(item, kindOfItem(kind)));
  if (!isJsonObject(value)) return value;
  const converted = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutNullable(inner, kindOfMember(kind, name))]),
  );
  if (kind !== 'schema' || typeof converted['nullable'] !== 'boolean') return converted;
  const { nullable, ...schema } = converted;
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}
