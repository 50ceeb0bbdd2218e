import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { decodePercent } from './likeness.ts';
import type { Exchange, HttpResponse, WireRequest } from '../exchange.ts';

export interface HandedToken {
  /** JSON pointer. */
  readonly at: string;
  readonly value: string;
}

const clientNames: ReadonlySet<string> = new Set(['client_id']);
const tokenNames: ReadonlySet<string> = new Set(['token', 'access_token', 'refresh_token']);
const listPath = /\/oauth\/client\/list$/;

/** The texts in a request that may name a client: in the path, in any spelling, and as `client_id`. */
export function clientsIn(request: WireRequest): readonly string[] {
  const isList = request.method === 'POST' && listPath.test(request.path);
  return [...(isList ? [] : clientsInPath(request.path)), ...valuesOf(request, clientNames)];
}

/** The texts in a request that are sent as tokens, except that of an Authorization header. */
export function tokensIn(request: WireRequest): readonly string[] {
  return valuesOf(request, tokenNames);
}

/** The ids of the clients that an answer shows. */
export function clientsShownBy({ response }: Exchange): readonly string[] {
  const json = successOf(response);
  if (json === null) return [];
  return [json, ...arrayOrEmpty(json['entities']).filter(isJsonObject)].flatMap((client) =>
    typeof client['client_id'] === 'string' ? [client['client_id']] : [],
  );
}

/** The tokens that an answer issues: for a grant, or with a new client. */
export function tokensHandedBy({ response }: Exchange): readonly HandedToken[] {
  const json = successOf(response);
  if (json === null) return [];
  const nested = json['oauth_token'];
  return [...tokensOf(json, ''), ...(isJsonObject(nested) ? tokensOf(nested, '/oauth_token') : [])];
}

function successOf(response: HttpResponse | null): JsonObject | null {
  return response !== null && response.status < 400 && isJsonObject(response.json) ? response.json : null;
}

function tokensOf(holder: JsonObject, at: string): readonly HandedToken[] {
  return ['access_token', 'refresh_token'].flatMap((name) => {
    const value = holder[name];
    return typeof value === 'string' && value !== '' ? [{ at: `${at}/${name}`, value }] : [];
  });
}

/** Everything after `client` in a path: as a whole, and each part where a server may split it. */
function clientsInPath(path: string): readonly string[] {
  const end = path.indexOf('?');
  const spelled = end === -1 ? path : path.slice(0, end);
  const behind = /\/client(?:;[^/\\]*)?[/\\]+(.+)$/is.exec(decodePercent(spelled))?.[1];
  if (behind === undefined) return [];
  const parts = behind.split(/[/\\;?#]+/).filter((part) => part !== '');
  return parts.length === 1 && parts[0] === behind ? parts : [behind, ...parts];
}

function valuesOf(request: WireRequest, names: ReadonlySet<string>): readonly string[] {
  return pairsOf(request).flatMap(([name, value]) =>
    typeof value === 'string' && names.has(name.toLowerCase()) ? [value] : [],
  );
}

/** The parameters of a request, in any of the syntaxes for them. */
function pairsOf({ path, body }: WireRequest): readonly (readonly [name: string, value: unknown])[] {
  const start = path.indexOf('?');
  const query = start === -1 ? [] : [...new URLSearchParams(path.slice(start))];
  const text = body === null ? '' : new TextDecoder().decode(body);
  // Most bodies have no such parameters.
  if (!/client_id|token/i.test(text)) return query;
  return [...query, ...jsonPairs(text), ...partPairs(text), ...new URLSearchParams(text)];
}

function jsonPairs(text: string): readonly (readonly [string, unknown])[] {
  if (!text.trimStart().startsWith('{')) return [];
  try {
    const json = JSON.parse(text) as unknown;
    return isJsonObject(json) ? Object.entries(json) : [];
  } catch {
    return [];
  }
}

/** The parameters of a multipart body (RFC 7578). */
function partPairs(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/name="([^"\r\n]*)"\r\n\r\n([^\r\n]*)/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
}
