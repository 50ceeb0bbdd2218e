import { isPattern } from './compile-pattern.ts';
import { faultsOfSchema } from './compile-schema.ts';
import type { ContractProblem } from './contract-error.ts';
import { objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { formatPointer } from './json-pointer.ts';
import { unreachableMinima } from './schemas-in.ts';
import type { OpenapiVersion } from './openapi-version.ts';

/** `file` exists only in OpenAPI 2.0 and `null` only in 3.1; each is harmless in the other version. */
const knownTypes = new Set(['array', 'boolean', 'file', 'integer', 'null', 'number', 'object', 'string']);

/**
 * Finds what makes a schema useless: an unknown type, a pattern that is not a regular expression, or a lower bound that
 * no value reaches. From OpenAPI 3.1 on, also whatever the meta-schema of JSON Schema refuses; before, the schema of
 * OpenAPI covers that. Pointers start at the schema.
 */
export function schemaProblems(schema: JsonObject, version: OpenapiVersion): ContractProblem[] {
  const namePatterns = Object.keys(objectOrEmpty(schema['patternProperties']));
  return [
    ...unknownTypes(schema).map((name) => ({
      pointer: '/type',
      message: `the type ${JSON.stringify(name)} is unknown`,
    })),
    ...unreachableMinima(schema).map((name) => ({
      pointer: `/${name}`,
      message: `${String(schema[name])} is more than any request or answer can hold`,
    })),
    ...patternProblems(schema['pattern'], '/pattern'),
    ...namePatterns.flatMap((pattern) =>
      patternProblems(pattern, formatPointer(['patternProperties', pattern])),
    ),
    ...(version === '3.1' ? dialectProblems(schema) : []),
  ];
}

/** Types are left out, since the meta-schema gives several errors for one unknown type. */
function dialectProblems(schema: JsonObject): ContractProblem[] {
  return faultsOfSchema(schema)
    .filter(({ pointer }) => !/(?<!\/properties)\/type(\/\d+)?$/.test(pointer))
    .map(({ pointer, message }) => ({ pointer, message: `${message} in a JSON Schema` }));
}

/** The types of a schema that no version of OpenAPI knows. */
export function unknownTypes(schema: JsonObject): readonly unknown[] {
  const type = schema['type'];
  if (type === undefined) return [];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.filter((name) => typeof name !== 'string' || !knownTypes.has(name));
}

function patternProblems(pattern: unknown, pointer: string): ContractProblem[] {
  if (typeof pattern !== 'string' || isPattern(pattern)) return [];
  return [{ pointer, message: `the pattern ${JSON.stringify(pattern)} is not a regular expression` }];
}
