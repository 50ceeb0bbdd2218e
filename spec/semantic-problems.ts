import type { ContractProblem } from './contract-error.ts';
import { declaredParameters } from './described-operations.ts';
import type { DescribedOperation } from './described-operations.ts';
import { arrayOrEmpty, objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { formatPointer } from './json-pointer.ts';
import { formOperations, jsonOperations, operationIds, operationPaths } from './operation-ids.ts';
import type { OauthPaths } from './oauth-paths.ts';

export interface SemanticSubject {
  /** The whole document as it was read, to find clashes with other paths. */
  readonly document: JsonObject;
  /** The OAuth part of the document, with references resolved. */
  readonly part: JsonObject;
  readonly oauthPaths: OauthPaths;
  readonly operations: readonly DescribedOperation[];
}

/**
 * Finds faults that the JSON Schema of OpenAPI allows but no suite can work with: missing operations, path parameters
 * that are undeclared or unused, repeated parameters, duplicate operation ids, a missing body, both a body and form
 * parameters, and security schemes that do not exist.
 */
export function semanticProblems(subject: SemanticSubject): ContractProblem[] {
  const { part, operations } = subject;
  return [
    ...missingOperations(subject),
    ...securityProblems(part['security'], part, '/security'),
    ...operations.flatMap((described) => operationProblems(described, subject)),
  ];
}

function operationProblems(described: DescribedOperation, subject: SemanticSubject): ContractProblem[] {
  const pointer = pointerTo(described);
  return [
    ...parameterProblems(described, pointer),
    ...bodyProblems(described, pointer),
    ...repeatedId(described, subject.document, pointer),
    ...securityProblems(described.operation['security'], subject.part, `${pointer}/security`),
  ];
}

function missingOperations({ operations, oauthPaths }: SemanticSubject): ContractProblem[] {
  const present = new Set(operations.map(({ id }) => id));
  return operationIds
    .filter((id) => !present.has(id))
    .map((id) => {
      const [method, path] = operationPaths[id];
      const spelling = oauthPaths.spelling.get(path);
      return {
        pointer: spelling === undefined ? '/paths' : formatPointer(['paths', spelling]),
        message: `the operation ${method} ${path} is missing`,
      };
    });
}

function parameterProblems(described: DescribedOperation, pointer: string): ContractProblem[] {
  const inTemplate = new Set([...described.path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name));
  const declared = declaredParameters(described);
  const declaredInPath = new Set(declared.filter((it) => it['in'] === 'path').map((it) => it['name']));
  return [
    ...[...inTemplate]
      .filter((name) => !declaredInPath.has(name))
      .map((name) => ({ pointer, message: `the path parameter "${name ?? ''}" is not declared` })),
    ...[...declaredInPath]
      .filter((name) => typeof name === 'string' && !inTemplate.has(name))
      .map((name) => ({
        pointer,
        message: `the path parameter "${String(name)}" does not occur in the path`,
      })),
    ...repeatedParameters(described.operation, pointer),
  ];
}

function repeatedParameters(operation: JsonObject, pointer: string): ContractProblem[] {
  const keys = arrayOrEmpty(operation['parameters']).map((parameter) => {
    const { in: place, name } = objectOrEmpty(parameter);
    return place === 'body' ? 'body' : `${String(place)} parameter "${String(name)}"`;
  });
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [{ pointer: `${pointer}/parameters/${index}`, message: `the ${key} is declared before` }]
      : [],
  );
}

function bodyProblems(described: DescribedOperation, pointer: string): ContractProblem[] {
  const parameters = declaredParameters(described);
  const hasForm = parameters.some((it) => it['in'] === 'formData');
  const hasBody = parameters.some((it) => it['in'] === 'body');
  if (hasForm && hasBody) return [{ pointer, message: 'has both a body and form parameters' }];
  const needsForm = formOperations.has(described.id);
  if (!needsForm && !jsonOperations.has(described.id)) return [];
  if (hasBody || hasForm || described.operation['requestBody'] !== undefined) return [];
  return [{ pointer, message: `has no ${needsForm ? 'form' : 'body'}` }];
}

function repeatedId(
  { operation }: DescribedOperation,
  document: JsonObject,
  pointer: string,
): ContractProblem[] {
  const operationId = operation['operationId'];
  if (typeof operationId !== 'string') return [];
  return operationPointers(document, operationId)
    .filter((other) => other !== pointer)
    .map((other) => ({
      pointer: `${pointer}/operationId`,
      message: `"${operationId}" is also the id of ${other}`,
    }));
}

function operationPointers(document: JsonObject, operationId: string): string[] {
  return Object.entries(objectOrEmpty(document['paths'])).flatMap(([path, item]) =>
    Object.entries(objectOrEmpty(item))
      .filter(([, operation]) => objectOrEmpty(operation)['operationId'] === operationId)
      .map(([method]) => formatPointer(['paths', path, method])),
  );
}

function securityProblems(security: unknown, part: JsonObject, pointer: string): ContractProblem[] {
  const schemes = {
    ...objectOrEmpty(part['securityDefinitions']),
    ...objectOrEmpty(objectOrEmpty(part['components'])['securitySchemes']),
  };
  return arrayOrEmpty(security).flatMap((requirement, index) =>
    Object.keys(objectOrEmpty(requirement))
      .filter((name) => !Object.hasOwn(schemes, name))
      .map((name) => ({
        pointer: pointer + formatPointer([index, name]),
        message: `the security scheme "${name}" is not declared`,
      })),
  );
}

function pointerTo({ path, method }: DescribedOperation): string {
  return formatPointer(['paths', path, method]);
}
