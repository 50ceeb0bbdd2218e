import { upgrade } from '@scalar/openapi-upgrader';
import { ContractError } from './contract-error.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';

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
  // In `properties`, a member of that name is a schema, not a boolean.
  if (typeof converted['nullable'] !== 'boolean') return converted;
  const { nullable, ...schema } = converted;
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}
