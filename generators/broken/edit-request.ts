import { Buffer } from 'node:buffer';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { BodyTemplate, Piece, RequestTemplate } from '../case.ts';
import type { Pair } from '../request/build-request.ts';

export type Edit = (request: RequestTemplate) => RequestTemplate;

type Members = Readonly<Record<string, JsonValue>>;

/** Replaces the value of a JSON body by one derived from it. */
export function editJson(change: (value: Members) => JsonValue): Edit {
  return (request) => ({ ...request, body: { ...jsonBody(request), value: change(objectOf(request)) } });
}

/** Sends a JSON body as text derived from its own text. */
export function editJsonText(change: (text: string) => string): Edit {
  return (request) => {
    const { value, mediaType } = jsonBody(request);
    return { ...request, body: { type: 'text', text: change(JSON.stringify(value)), mediaType } };
  };
}

/** Sends a JSON body as bytes derived from its text, for what no text can hold. */
export function editJsonBytes(change: (text: string) => Uint8Array): Edit {
  return (request) => {
    const { value, mediaType } = jsonBody(request);
    const base64 = Buffer.from(change(JSON.stringify(value))).toString('base64');
    return { ...request, body: { type: 'bytes', base64, mediaType } };
  };
}

/** Adds or replaces a member of a JSON body. */
export function setMember(name: string, value: JsonValue): Edit {
  return editJson((body) => ({ ...body, [name]: value }));
}

/** Replaces the pairs of a form. */
export function editForm(change: (pairs: readonly Pair[]) => readonly Pair[]): Edit {
  return (request) => {
    const form = formBody(request);
    return { ...request, body: { ...form, pairs: change(form.pairs) } };
  };
}

/** Replaces the pairs of the query. */
export function editQuery(change: (pairs: readonly Pair[]) => readonly Pair[]): Edit {
  return (request) => ({ ...request, query: change(request.query) });
}

/** Replaces the last segment of the path, where the contract has a client id. */
export function setLastSegment(segment: Piece): Edit {
  return (request) => ({ ...request, path: [...request.path.slice(0, -1), segment] });
}

export function editBody(change: (body: BodyTemplate | null) => BodyTemplate | null): Edit {
  return (request) => ({ ...request, body: change(request.body) });
}

/** Whether a pair is the parameter of that name. */
export function isNamed(name: string): (pair: Pair) => boolean {
  return ([candidate]) => candidate === name;
}

/** Replaces one parameter's value in place, or adds the parameter at the end if it is absent. */
export function withPair(pairs: readonly Pair[], [name, value]: readonly [string, Piece]): readonly Pair[] {
  if (!pairs.some(isNamed(name))) return [...pairs, [name, value]];
  return pairs.map((pair) => (isNamed(name)(pair) ? [name, value] : pair));
}

/** Removes a parameter. */
export function withoutPair(pairs: readonly Pair[], name: string): readonly Pair[] {
  return pairs.filter((pair) => !isNamed(name)(pair));
}

function objectOf(request: RequestTemplate): Members {
  const { value } = jsonBody(request);
  if (!isObject(value)) throw new TypeError(`${request.method} has no JSON object to break`);
  return value;
}

/** The form of a request. A request without a form is a bug of ours. */
export function formBody({ method, body }: RequestTemplate): Extract<BodyTemplate, { type: 'form' }> {
  if (body?.type !== 'form') throw new TypeError(`${method} has no form to break`);
  return body;
}

function jsonBody({ method, body }: RequestTemplate): Extract<BodyTemplate, { type: 'json' }> {
  if (body?.type !== 'json') throw new TypeError(`${method} has no JSON body to break`);
  return body;
}

function isObject(value: JsonValue): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
