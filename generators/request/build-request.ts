import type { JsonValue } from '../../spec/json-schema.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { operationPaths } from '../../spec/operation-ids.ts';
import type { BodyTemplate, Credentials, Piece, RequestTemplate, SlotChange } from '../case.ts';

/**
 * The form parameters that each grant type needs beyond the required ones. The contract says so only in prose. RFC 6749
 * section 4.1.3 requires redirect_uri only if the authorization had it; the contract always requires it.
 */
export const grantParameters: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['code', 'redirect_uri'],
  refresh_token: ['refresh_token'],
};

/** A name and value of a query or form. */
export type Pair = readonly [name: Piece, value: Piece];

/** The parts of a request to an operation. At most one of `json`, `form` and `body`. */
export interface RequestParts {
  /** Replaces `{client_id}` in the operation's path. */
  readonly clientId?: Piece;
  readonly query?: readonly Pair[];
  readonly json?: JsonValue;
  readonly form?: readonly Pair[];
  /** A body that is neither plain JSON nor a plain form. */
  readonly body?: BodyTemplate;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly credentials?: Credentials;
}

export const jsonMediaType = 'application/json';

export const formMediaType = 'application/x-www-form-urlencoded';

/** Builds a request to an operation of the contract, with the user's own credentials by default. */
export function buildRequest(id: OperationId, parts: RequestParts = {}): RequestTemplate {
  const [method, path] = operationPaths[id];
  return {
    method,
    path: buildPath(path, parts.clientId ?? slot('client.id')),
    query: parts.query ?? [],
    headers: parts.headers ?? [],
    credentials: parts.credentials ?? { type: 'valid' },
    body: buildBody(parts),
  };
}

/** The value that an earlier step captured under this name, or a near miss of it. */
export function slot(name: string, change?: SlotChange): Piece {
  return change === undefined ? { slot: name } : { slot: name, change };
}

/** The segments of a path template such as `/oauth/client/{client_id}`, with the client id inserted. */
export function buildPath(template: string, clientId: Piece): readonly Piece[] {
  return template
    .slice(1)
    .split('/')
    .map((segment) => (segment === '{client_id}' ? clientId : segment));
}

function buildBody({ json, form, body }: RequestParts): BodyTemplate | null {
  if (json !== undefined) return { type: 'json', value: json, mediaType: jsonMediaType };
  if (form !== undefined) return { type: 'form', pairs: form, mediaType: formMediaType, space: '+' };
  return body ?? null;
}
