import type { DescribedOperation } from './described-operations.ts';
import { arrayOrEmpty, isJsonObject, withoutMembers } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { formOperations } from './operation-ids.ts';
import { isUnreachableMaximum } from './schemas-in.ts';

const form = 'application/x-www-form-urlencoded';

/**
 * Brings a checked document in the shape that the upgrader handles without loss: parameters of a path are copied to
 * its operations, a form becomes one body (of single form parameters it keeps type, format and description only),
 * media types are those of the operation (it prefers the document's), and `x-ntnx-enum` is `enum`.
 * The result shares nothing with the document, since the upgrader changes what it is given.
 */
export function plainDocument(
  part: JsonObject,
  operations: readonly DescribedOperation[],
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const described of operations) {
    const pathItem = (paths[described.path] ??= {});
    const operation = { ...described.operation, parameters: parametersOf(described) };
    pathItem[described.method] =
      part['swagger'] === undefined ? operation : withMediaTypes(operation, described, part);
  }
  const document = { ...withoutMembers(part, 'consumes', 'produces'), paths };
  return standardKeywords(JSON.parse(JSON.stringify(document))) as Record<string, unknown>;
}

/** The parameters of the path, unless the operation has its own of that name and place, and of the operation. */
function parametersOf({ pathItem, operation }: DescribedOperation): readonly JsonObject[] {
  const own = arrayOrEmpty(operation['parameters']).filter(isJsonObject);
  const isOwn = (shared: JsonObject): boolean =>
    own.some(({ in: place, name }) => place === shared['in'] && name === shared['name']);
  const shared = arrayOrEmpty(pathItem['parameters']).filter(isJsonObject);
  return [...shared.filter((parameter) => !isOwn(parameter)), ...own];
}

function withMediaTypes(
  operation: JsonObject & { readonly parameters: readonly JsonObject[] },
  { id }: DescribedOperation,
  part: JsonObject,
): JsonObject {
  const fields = operation.parameters.filter((parameter) => parameter['in'] === 'formData');
  const others = operation.parameters.filter((parameter) => parameter['in'] !== 'formData');
  return {
    ...operation,
    parameters: fields.length === 0 ? others : [...others, formBody(fields)],
    consumes:
      fields.length > 0 || formOperations.has(id)
        ? [form]
        : (operation['consumes'] ?? part['consumes'] ?? ['application/json']),
    produces: operation['produces'] ?? part['produces'] ?? ['application/json'],
  };
}

function formBody(fields: readonly JsonObject[]): JsonObject {
  const required = fields.filter((field) => field['required'] === true);
  const properties = fields.map((field) => {
    const schema = withoutMembers(field, 'name', 'in', 'required', 'allowEmptyValue', 'collectionFormat');
    return [String(field['name']), schema] as const;
  });
  return {
    name: 'form',
    in: 'body',
    required: required.length > 0,
    schema: {
      type: 'object',
      required: required.map((field) => field['name']),
      properties: Object.fromEntries(properties),
    },
  };
}

/** Names of a schema. They serve references, of which none is left, and could clash or name another dialect. */
const schemaNames = new Set(['$id', '$schema', '$anchor', '$dynamicAnchor']);

/** Puts the standard keyword in place of the vendor's and of a widespread one, and drops the names of schemas. */
function standardKeywords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(standardKeywords);
  if (!isJsonObject(value)) return value;
  // Not by assignment: a member may be called `__proto__`.
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): (readonly [string, unknown])[] => {
      if (typeof inner === 'string' && schemaNames.has(name)) return [];
      // Vendors write the largest integer where they mean that there is no bound.
      if (isUnreachableMaximum(name, inner)) return [];
      if (name === 'x-nullable' && typeof inner === 'boolean') return [['nullable', inner]];
      if (name !== 'x-ntnx-enum' || !Array.isArray(inner)) return [[name, standardKeywords(inner)]];
      return Object.hasOwn(value, 'enum') ? [] : [['enum', inner]];
    }),
  );
}
