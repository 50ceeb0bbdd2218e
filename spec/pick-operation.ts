import { formOperations, operationPaths } from './operation-ids.ts';
import { arrayOrEmpty, isJsonObject, objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import type { JsonSchema } from './json-schema.ts';
import type { OperationId } from './operation-ids.ts';
import type { DocumentedResponse, Operation, Parameter, RequestBody } from './operation.ts';
import { withProseConstraints } from './prose-constraints.ts';
import { selfContained } from './self-contained.ts';

/** Makes an Operation from its description in a checked OpenAPI 3.1 document without references. */
export function pickOperation(id: OperationId, description: JsonObject, document: JsonObject): Operation {
  const [method, path] = operationPaths[id];
  const definitions = objectOrEmpty(objectOrEmpty(document['components'])['schemas']);
  const responses = pickResponses(description['responses'], definitions);
  return {
    id,
    method,
    path,
    summary: text(description['summary']).trim(),
    parameters: pickParameters(description['parameters'], path, definitions),
    body: pickBody(id, description['requestBody'], definitions),
    responses,
    documentedSuccesses: Object.keys(responses)
      .filter((status) => /^[23](\d\d|XX)$/.test(status))
      .map((status) => (status.endsWith('XX') ? status : Number(status))),
    basicAuth: asksForBasic(description['security'] ?? document['security'], document),
  };
}

/** OpenAPI has the first three ignored as parameters; the others belong to the connection. */
const notParameters = new Set([
  ...['accept', 'content-type', 'authorization'],
  ...['host', 'content-length', 'transfer-encoding', 'connection', 'cookie'],
]);

/** The only path parameter gets the contract's name: builds differ, and the name is never sent. */
function pickParameters(parameters: unknown, path: string, definitions: JsonObject): Parameter[] {
  const [, pathParameter] = /\{([^{}]*)\}/.exec(path) ?? [];
  return arrayOrEmpty(parameters).flatMap((parameter): Parameter[] => {
    if (!isJsonObject(parameter)) return [];
    const { in: place, name, required } = parameter;
    if (place !== 'path' && place !== 'query' && place !== 'header' && place !== 'cookie') return [];
    if (place === 'header' && notParameters.has(text(name).toLowerCase())) return [];
    return [
      {
        name: place === 'path' ? (pathParameter ?? text(name)) : text(name),
        in: place,
        required: required === true,
        schema: selfContained(
          schemaOf(parameter['schema'] ?? firstMedia(parameter['content'])?.schema) ?? true,
          definitions,
        ),
      },
    ];
  });
}

function pickBody(id: OperationId, requestBody: unknown, definitions: JsonObject): RequestBody | null {
  if (!isJsonObject(requestBody)) return null;
  const media = firstMedia(requestBody['content']);
  const schema = media?.schema ?? true;
  const isForm = formOperations.has(id) || media?.type === 'application/x-www-form-urlencoded';
  return {
    required: requestBody['required'] === true,
    mediaType: isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    schema:
      typeof schema === 'boolean'
        ? schema
        : selfContained(isForm ? form(withProseConstraints(id, schema), definitions) : schema, definitions),
  };
}

/** The members of a form are sent and judged one by one, so each has to stand alone. */
function form(schema: JsonObject, definitions: JsonObject): JsonObject {
  if (!isJsonObject(schema['properties'])) return schema;
  const members = Object.entries(schema['properties']).map(([name, member]) => [
    name,
    selfContained(schemaOf(member) ?? true, definitions),
  ]);
  return { ...schema, properties: Object.fromEntries(members) as unknown };
}

function pickResponses(responses: unknown, definitions: JsonObject): Record<string, DocumentedResponse> {
  const statuses = Object.entries(objectOrEmpty(responses)).filter(([status]) => !status.startsWith('x-'));
  return Object.fromEntries(
    statuses.map(([status, response]) => {
      const { description, content, headers } = objectOrEmpty(response);
      const schema = firstMedia(content)?.schema;
      return [
        status,
        {
          description: text(description).trim(),
          schema: schema === undefined ? null : selfContained(schema, definitions),
          mediaTypes: Object.keys(objectOrEmpty(content)),
          headers: Object.keys(objectOrEmpty(headers)),
        },
      ];
    }),
  );
}

/** The JSON media type if there is one, since the contract's bodies are JSON; otherwise the first one. */
function firstMedia(content: unknown): { readonly type: string; readonly schema: JsonSchema } | undefined {
  const entries = Object.entries(objectOrEmpty(content));
  const [type, media] =
    entries.find(([name]) => /^application\/([^;]*\+)?json\b/i.test(name)) ?? entries[0] ?? [];
  if (type === undefined) return undefined;
  return { type, schema: schemaOf(objectOrEmpty(media)['schema']) ?? true };
}

/** Whether Basic is required: at least one of the allowed combinations includes it, and none is empty. */
function asksForBasic(security: unknown, document: JsonObject): boolean {
  const schemes = objectOrEmpty(objectOrEmpty(document['components'])['securitySchemes']);
  const requirements = arrayOrEmpty(security).map((requirement) => Object.keys(objectOrEmpty(requirement)));
  const isBasic = (name: string): boolean => {
    const { type, scheme } = objectOrEmpty(schemes[name]);
    return type === 'http' && text(scheme).toLowerCase() === 'basic';
  };
  return requirements.every((names) => names.length > 0) && requirements.some((names) => names.some(isBasic));
}

function schemaOf(value: unknown): JsonSchema | undefined {
  return typeof value === 'boolean' || isJsonObject(value) ? value : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
