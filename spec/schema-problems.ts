import type { ContractProblem } from './contract-error.ts';
import { objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { formatPointer } from './json-pointer.ts';

/** `file` is of OpenAPI 2.0, `null` of 3.1; each is harmless in the other. */
const knownTypes = new Set(['array', 'boolean', 'file', 'integer', 'null', 'number', 'object', 'string']);

/** Finds an unknown type or an unusable pattern in one schema; subschemas are not visited. */
export function schemaProblems(schema: JsonObject, pointer: string): ContractProblem[] {
  const namePatterns = Object.keys(objectOrEmpty(schema['patternProperties']));
  return [
    ...unknownTypes(schema).map((name) => ({
      pointer: `${pointer}/type`,
      message: `the type ${JSON.stringify(name)} is unknown`,
    })),
    ...patternProblems(schema['pattern'], `${pointer}/pattern`),
    ...namePatterns.flatMap((pattern) =>
      patternProblems(pattern, pointer + formatPointer(['patternProperties', pattern])),
    ),
  ];
}

/** The types of a schema that no version of OpenAPI knows. */
export function unknownTypes(schema: JsonObject): readonly unknown[] {
  const type = schema['type'];
  if (type === undefined) return [];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.filter((name) => typeof name !== 'string' || !knownTypes.has(name));
}

function patternProblems(pattern: unknown, pointer: string): ContractProblem[] {
  if (typeof pattern !== 'string') return [];
  try {
    // In Unicode mode, as JSON Schema recommends and the validator does.
    new RegExp(pattern, 'u');
    return [];
  } catch {
    return [
      {
        pointer,
        message: `the pattern ${JSON.stringify(pattern)} is not a regular expression`,
      },
    ];
  }
}
