import { Buffer } from 'node:buffer';
import { dialectOf } from '../../checks/read/dialect.ts';
import { mediaTypeOf } from '../../checks/read/headers.ts';
import type { Exchange, HttpResponse, WireRequest } from '../../driver/exchange.ts';
import type { Redactor } from '../../driver/secrets/redactor.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { formatPointer } from '../../spec/json-pointer.ts';

/** What a ledger keeps of an answer. */
export interface AnswerFacts {
  /** Status, reasons, media type and form in one line. */
  readonly line: string;
  /** The status as text, or the failure. */
  readonly status: string;
  readonly headers: readonly string[];
  /**
   * Places of the body with their JSON types. Those of the items of a client list are separate, since it is chance
   * which clients it has.
   */
  readonly places: readonly string[];
  readonly listed: readonly string[];
}

/** Headers that depend on the connection or on the time. */
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

/** Examines one answer. Values that the target chose are redacted for their case before they are cut. */
export function answerFacts({ request, response, failure }: Exchange, redactor: Redactor): AnswerFacts {
  if (response === null) {
    const kind = failure?.kind ?? 'no answer';
    return { line: `no answer: ${kind}`, status: kind, headers: [], places: [], listed: [] };
  }
  const isHidden = redactor.hidden !== null;
  const all = request.method === 'HEAD' || isHidden ? [] : placesOf(response, request, redactor);
  const isListed = (place: string): boolean => place.startsWith('/entities/');
  return {
    line: lineOf(response, request, redactor),
    status: String(response.status),
    headers: [...response.headers.keys()]
      .filter((name) => !passing.includes(name) && !isHidden)
      .map((name) => told(name, redactor))
      .sort(),
    places: all.filter((place) => !isListed(place)),
    listed: all.filter(isListed),
  };
}

function lineOf(response: HttpResponse, request: WireRequest, redactor: Redactor): string {
  if (redactor.hidden !== null) return `${response.status}, ${redactor.hidden}`;
  const parts = [
    String(response.status),
    ...reasonsOf(response, redactor),
    told(mediaTypeOf(response) ?? 'no media type', redactor),
    request.method === 'HEAD' ? 'no body' : formOf(response),
    ...redirectOf(response, request, redactor),
  ];
  return parts.join(', ');
}

function formOf(response: HttpResponse): string {
  if (response.status >= 400) return dialectOf(response);
  if (response.body.length === 0) return 'empty';
  return response.json === undefined ? dialectOf(response) : 'JSON';
}

function reasonsOf({ json }: HttpResponse, redactor: Redactor): readonly string[] {
  const list = isJsonObject(json) ? json['message_list'] : undefined;
  const reasons = (Array.isArray(list) ? list : []).map((message: unknown) =>
    isJsonObject(message) && typeof message['reason'] === 'string' ? told(message['reason'], redactor) : '-',
  );
  return [...new Set(reasons)].sort();
}

/** The parameters that the target added to a Location, without those that were sent. */
function redirectOf({ headers }: HttpResponse, request: WireRequest, redactor: Redactor): readonly string[] {
  const location = headers.get('location')?.[0];
  if (location === undefined) return [];
  const sent = sentText(request);
  const all = [...location.matchAll(/[?&#]([\w.-]+)=/g)].map(([, name = '']) => name);
  const own = [...new Set(all)].filter((name) => name === 'code' || !sent.includes(name));
  const names = own.map((name) => told(name, redactor)).sort();
  return [`Location with ${names.join(' ') || 'nothing of its own'}`];
}

/** Names that were sent may come back as member names. They are marked as such. */
function placesOf({ json }: HttpResponse, request: WireRequest, redactor: Redactor): readonly string[] {
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
      left.push({
        at: at + (name === '*' ? '/*' : nameOf(name, sent, redactor)),
        value: member,
        depth: depth + 1,
      });
  }
  return [...places].sort();
}

function childrenOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ['*', item] as const);
  return isJsonObject(value) ? Object.entries(value).slice(0, mostPlaces) : [];
}

const contractName = /^[a-z][a-z_]{1,40}$/;

function nameOf(name: string, sent: string, redactor: Redactor): string {
  return contractName.test(name) || !sent.includes(name)
    ? formatPointer([told(name, redactor)])
    : '/(as sent)';
}

function told(text: string, redactor: Redactor): string {
  return redactor.answer(text).slice(0, longestWord);
}

function sentText({ path, body }: WireRequest): string {
  return `${path}\n${body === null ? '' : Buffer.from(body).toString('utf8')}`;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
