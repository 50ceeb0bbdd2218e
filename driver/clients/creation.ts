import type { Exchange, WireRequest } from '../exchange.ts';
import { namesOthers } from './foreign-value.ts';

/** Name and description of the client that a request may create. */
export interface Creation {
  readonly name: string;
  /** Null if the request sends none. */
  readonly description: string | null;
}

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE']);
const changingMethods: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);
const creatingPath = /\/oauth\/(?:client|generate_token)/i;
const registrationPath = /\/oauth\/(?:client|generate_token)\/?(?:\?|$)/i;
const listPath = /\/oauth\/client\/list$/;

/**
 * Whether a request may leave a client behind. This includes targets with defects that perform what they refuse or
 * create a client from an update.
 */
export function mayCreate({ method, path }: WireRequest): boolean {
  if (readingMethods.has(method) || !creatingPath.test(path)) return false;
  return method !== 'POST' || !listPath.test(path);
}

/** Whether a request may change or remove a client that is there. */
export function mayChangeClient({ method, path }: WireRequest): boolean {
  return changingMethods.has(method) && creatingPath.test(path);
}

/** The client that a request names, or null if its body names none. */
export function creationOf({ body }: WireRequest): Creation | null {
  const json = body === null ? undefined : parse(body);
  if (typeof json !== 'object' || json === null || !('client_name' in json)) return null;
  if (typeof json.client_name !== 'string') return null;
  const description = 'client_description' in json ? json.client_description : null;
  return { name: json.client_name, description: typeof description === 'string' ? description : null };
}

/** Whether a request registers a client, in the way of the contract or nearly so. */
export function isRegistration({ method, path }: WireRequest): boolean {
  return method === 'POST' && registrationPath.test(path);
}

/** The id that the answer to a request that may create a client gives, or null. It may be that of another client. */
export function namedId({ request, response }: Exchange): string | null {
  if (response === null || response.status >= 400 || !mayCreate(request)) return null;
  const { json } = response;
  if (typeof json !== 'object' || json === null || !('client_id' in json)) return null;
  return typeof json.client_id === 'string' && json.client_id !== '' ? json.client_id : null;
}

/** The id of our client in the answer to such a request, or null. */
export function createdId(exchange: Exchange): string | null {
  return namesOthers(exchange) ? null : namedId(exchange);
}

/** The id of the client that an exchange shows to be removed, or null. */
export function removedId({ request, response }: Exchange): string | null {
  if (request.method !== 'DELETE' || response === null) return null;
  // 404: somebody else has removed it.
  if (response.status !== 404 && (response.status < 200 || response.status > 299)) return null;
  return requestedId(request);
}

/** The client id at the end of a path, or null. */
export function requestedId({ path }: WireRequest): string | null {
  const segment = /\/oauth\/client\/([^/?]+)$/.exec(path)?.[1];
  try {
    return segment === undefined ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
