import { upgrade } from '@scalar/openapi-upgrader';
import { ContractError } from './contract-error.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';

/** The versions of OpenAPI that can be read. */
export type OpenapiVersion = '2.0' | '3.0' | '3.1';

/**
 * Tells the version of a document that claims to be OpenAPI.
 * Throws a ContractError `not-openapi` for everything else, with the version that it claims if it claims one.
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
 * Upgrades a document without references to OpenAPI 3.1; one of 3.1 comes back with the same meaning.
 * A `nullable` that the upgrader leaves, because no `type` stands beside it, becomes a choice with null: to the
 * letter of 3.0.3 it says nothing there, but its author meant that null is lawful.
 */
export function upgradeDocument(document: Record<string, unknown>): JsonObject {
  const upgraded: unknown = upgrade(document, '3.1');
  const converted = withoutNullable(upgraded);
  return isJsonObject(converted) ? converted : {};
}

function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (!isJsonObject(value)) return value;
  const converted = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutNullable(inner)]),
  );
  // A member of that name in `properties` is a schema, not a boolean.
  if (typeof converted['nullable'] !== 'boolean') return converted;
  const { nullable, ...schema } = converted;
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}
