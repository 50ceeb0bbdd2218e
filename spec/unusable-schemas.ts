import { faultsOfSchema } from './compile-schema.ts';
import type { ContractProblem } from './contract-error.ts';
import { formatPointer } from './json-pointer.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Operation } from './operation.ts';

/**
 * Finds schemas that no value can be judged by, such as one with a maxLength of -1. The structure of OpenAPI leaves
 * them open in 3.1, and the upgrade from an older version could make one. Pointers are those of an upgraded document.
 */
export function unusableSchemas(operations: readonly Operation[]): ContractProblem[] {
  return operations.flatMap(({ method, path, parameters, body, responses }) => {
    const at = (...segments: string[]): string =>
      formatPointer(['paths', path, method.toLowerCase(), ...segments]);
    return [
      ...parameters.flatMap(({ name, schema }) => problemsOf(schema, at('parameters', name))),
      ...(body === null ? [] : problemsOf(body.schema, at('requestBody'))),
      ...Object.entries(responses).flatMap(([status, { schema }]) =>
        schema === null ? [] : problemsOf(schema, at('responses', status)),
      ),
    ];
  });
}

function problemsOf(schema: JsonSchema, pointer: string): ContractProblem[] {
  return faultsOfSchema(schema).map((fault) => ({
    pointer: pointer + fault.pointer,
    message: `${fault.message} in a JSON Schema`,
  }));
}
