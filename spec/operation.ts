import type { JsonSchema } from './json-schema.ts';
import type { OperationId } from './operation-ids.ts';

/** A parameter of an operation, but for headers that HTTP itself or the security schemes decide on. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The request body of an operation. Form members are the properties of an object schema. */
export interface RequestBody {
  readonly required: boolean;
  readonly mediaType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly schema: JsonSchema;
}

/** One documented answer. `schema` is null where the contract documents no body. */
export interface DocumentedResponse {
  readonly description: string;
  readonly schema: JsonSchema | null;
  readonly mediaTypes: readonly string[];
  /** Names of documented headers, as written in the contract. */
  readonly headers: readonly string[];
}

/** One operation of the contract, as plain JSON. */
export interface Operation {
  readonly id: OperationId;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path template below the base path, such as `/oauth/client/{client_id}`. */
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | null;
  /** By status code as text (`"200"`), or `default`. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  /** The 2xx and 3xx statuses that are documented, by number or as a range (`"2XX"`). */
  readonly documentedSuccesses: readonly (number | string)[];
  /** Whether the contract requires HTTP Basic authentication for it. */
  readonly basicAuth: boolean;
}

/** The query and headers that any request to an operation needs. */
export interface RequiredParts {
  readonly method: string;
  /** Path template below the base path. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The contract: the OAuth part of an OpenAPI document, as plain JSON. */
export interface Contract {
  readonly title: string;
  readonly version: string;
  /** SHA-256 of the document's bytes, hexadecimal. */
  readonly sha256: string;
  /** Without a trailing slash, such as `/api/nutanix/v3`. */
  readonly basePath: string;
  readonly operations: Readonly<Record<OperationId, Operation>>;
}

/** How an operation documents an answer of a status: by number, or else by its range, such as `2XX`. */
export function documentedResponse(
  { responses }: Operation,
  status: number | string,
): DocumentedResponse | null {
  return responses[status] ?? responses[`${String(status).slice(0, 1)}XX`] ?? null;
}

/** Whether an operation documents a success of a status, by number or as a range. */
export function isDocumentedSuccess({ documentedSuccesses }: Operation, status: number): boolean {
  return (
    documentedSuccesses.includes(status) || documentedSuccesses.includes(`${String(status).slice(0, 1)}XX`)
  );
}
