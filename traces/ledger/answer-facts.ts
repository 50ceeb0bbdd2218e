import { Buffer } from 'node:buffer';
import { dialectOf } from '../../checks/read/dialect.ts';
import { mediaTypeOf } from '../../checks/read/media-type-of.ts';
import type { Exchange, HttpResponse, WireRequest } from '../../driver/exchange.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { formatPointer } from '../../spec/json-pointer.ts';

/** What a ledger keeps of an answer. */
export interface AnswerFacts {
  /** Status, reasons, media type and form in one line. */
  readonly line: string;
  /** The status as text, or the failure. */
  readonly status: string;
  readonly headers: readonly string[];
  /** Places of the body with their JSON types; those of the items of a list of clients apart, since who is in it is chance. */
  readonly places: readonly string[];
  readonly listed: readonly string[];
}

/** Headers of the connection and of the moment. */
const passing: readonly string[] = [
  'age',
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'retry-after',
  'transfer-encoding',
];

const longestWord = 60;
const mostPlaces = 200;
const deepest = 6;

/** Looks at one answer. */
export function answerFacts({ request, response, failure }: Exchange): AnswerFacts {
  if (response === null) {
    const kind = failure?.kind ?? 'no answer';
    return { line: `no answer: ${kind}`, status: kind, headers: [], places: [], listed: [] };
  }
  const all = request.method === 'HEAD' ? [] : placesOf(response, request);
  const isListed = (place: string): boolean => place.startsWith('/entities/');
  return {
    line: lineOf(response, request),
    status: String(response.status),
    headers: [...response.headers.keys()].filter((name) => !passing.includes(name)).sort(),
    places: all.filter((place) => !isListed(place)),
    listed: all.filter(isListed),
  };
}

function lineOf(response: HttpResponse, request: WireRequest): string {
  const parts = [
    String(response.status),
    ...reasonsOf(response),
    mediaTypeOf(response) ?? 'no media type',
    request.method === 'HEAD' ? 'no body' : formOf(response),
    ...redirectOf(response, request),
  ];
  return parts.join(', ');
}

function formOf(response: HttpResponse): string {
  if (response.status >= 400) return dialectOf(response);
  if (response.body.length === 0) return 'empty';
  return response.json === undefined ? dialectOf(response) : 'JSON';
}

function reasonsOf({ json }: HttpResponse): readonly string[] {
  const list = isJsonObject(json) ? json['message_list'] : undefined;
  const reasons = (Array.isArray(list) ? list : []).map((message: unknown) =>
    isJsonObject(message) && typeof message['reason'] === 'string'
      ? message['reason'].slice(0, longestWord)
      : '-',
  );
  return [...new Set(reasons)].sort();
}

/** The parameters that the target has put into a Location: not those that were sent. */
function redirectOf({ headers }: HttpResponse, request: WireRequest): readonly string[] {
  const location = headers.get('location')?.[0];
  if (location === undefined) return [];
  const sent = sentText(request);
  const names = [...location.matchAll(/[?&#]([\w.-]+)=/g)].map(([, name = '']) => name);
  const own = [...new Set(names)].filter((name) => name === 'code' || !sent.includes(name));
  return [`Location with ${own.sort().join(' ') || 'nothing of its own'}`];
}

/** Names that were sent may come back under any of them: they are told as such. */
function placesOf({ json }: HttpResponse, request: WireRequest): readonly string[] {
  if (json === undefined) return [];
  const sent = sentText(request);
  const places = new Set<string>();
  const left: { readonly at: string; readonly value: unknown; readonly depth: number }[] = [
    { at: '', value: json, depth: 0 },
  ];
  for (let next = left.pop(); next !== undefined && places.size < mostPlaces; next = left.pop()) {
    const { at, value, depth } = next;
    places.add(`${at || '/'} ${typeOf(value)}`);
    if (depth === deepest || at.endsWith('/details')) continue;
    for (const [name, member] of childrenOf(value))
      left.push({ at: at + (name === '*' ? '/*' : nameOf(name, sent)), value: member, depth: depth + 1 });
  }
  return [...places].sort();
}

function childrenOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ['*', item] as const);
  return isJsonObject(value) ? Object.entries(value).slice(0, mostPlaces) : [];
}

const contractName = /^[a-z][a-z_]{1,40}$/;

function nameOf(name: string, sent: string): string {
  return contractName.test(name) || !sent.includes(name)
    ? formatPointer([name.slice(0, longestWord)])
    : '/(as sent)';
}

function sentText({ path, body }: WireRequest): string {
  return `${path}\n${body === null ? '' : Buffer.from(body).toString('utf8')}`;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
