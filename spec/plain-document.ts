import type { DescribedOperation } from './described-operations.ts';
import { arrayOrEmpty, isJsonObject, objectOrEmpty, withoutMembers } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { kindOfItem, kindOfMember } from './references/node-kind.ts';
import type { NodeKind } from './references/node-kind.ts';
import { formOperations } from './operation-ids.ts';
import { isUnreachableMaximum } from './schemas-in.ts';

const form = 'application/x-www-form-urlencoded';

/**
 * Brings a checked document into a form that the upgrader converts without loss. Parameters of a path are copied to its
 * operations. A form becomes one body, since the upgrader keeps only type, format and description of single form
 * parameters. Media types are set on the operation, since the upgrader prefers the document's. `x-ntnx-enum` becomes
 * `enum`. The result shares nothing with the document, since the upgrader changes its input.
 */
export function plainDocument(
  part: JsonObject,
  operations: readonly DescribedOperation[],
  definitions: JsonObject,
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const described of operations) {
    const pathItem = (paths[described.path] ??= {});
    const operation = {
      ...serversOf(described),
      ...described.operation,
      parameters: parametersOf(described),
    };
    pathItem[described.method] =
      part['swagger'] === undefined ? operation : withMediaTypes(operation, described, part);
  }
  const document = {
    ...withoutMembers(part, 'consumes', 'produces'),
    paths,
    ...(part['swagger'] === undefined
      ? { components: { ...objectOrEmpty(part['components']), schemas: definitions } }
      : { definitions }),
  };
  return standardKeywords(JSON.parse(JSON.stringify(document)), 'object') as Record<string, unknown>;
}

/** The servers of a path are those of its operations. */
function serversOf({ pathItem: { servers } }: DescribedOperation): JsonObject {
  return servers === undefined ? {} : { servers };
}

/** The parameters of the operation, and those of the path that it does not override (same name and place). */
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

/** Keywords that name a schema. They serve references, and none is left. They could clash or name another dialect. */
const schemaNames = new Set(['$id', '$schema', '$anchor', '$dynamicAnchor']);

/**
 * Replaces `x-ntnx-enum` and `x-nullable` by the standard keywords. Drops unreachable maxima and the names of schemas.
 */
function standardKeywords(value: unknown, kind: NodeKind): unknown {
  if (kind === 'data') return value;
  if (Array.isArray(value)) return value.map((item) => standardKeywords(item, kindOfItem(kind)));
  if (!isJsonObject(value)) return value;
  // Not by assignment: a member may be called `__proto__`.
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): (readonly [string, unknown])[] => {
      if (typeof inner === 'string' && schemaNames.has(name)) return [];
      // Vendors write the largest integer to say that there is no bound.
      if (isUnreachableMaximum(name, inner)) return [];
      if (name === 'x-nullable' && typeof inner === 'boolean') return [['nullable', inner]];
      if (name !== 'x-ntnx-enum' || !Array.isArray(inner))
        return [[name, standardKeywords(inner, kindOfMember(kind, name))]];
      return Object.hasOwn(value, 'enum') ? [] : [['enum', inner]];
    }),
  );
}
