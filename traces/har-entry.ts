import { Buffer, isUtf8 } from 'node:buffer';
import { STATUS_CODES } from 'node:http';
import { Answer } from '../driver/answer.ts';
import type { Exchange, Failure, HttpResponse, WireRequest } from '../driver/exchange.ts';
import { readFields } from '../driver/secrets/redact-fields.ts';
import type { HarEntry } from './har.ts';

const httpVersion = 'HTTP/1.1';
/** The value in HAR for an unknown size. */
const unknown = -1;

export interface EntryPlace {
  readonly page: string;
  readonly origin: string;
  readonly facts: Pick<HarEntry['_exchange'], 'suite' | 'id' | 'operation' | 'step'>;
}

/** An exchange as an entry of HAR 1.2. `exchangeOf` is the inverse. */
export function entryOf(exchange: Exchange, { page, origin, facts }: EntryPlace, endedAt: number): HarEntry {
  const { request, response, failure, durationMs } = exchange;
  const time = Math.round(durationMs * 1000) / 1000;
  return {
    pageref: page,
    startedDateTime: new Date(endedAt - durationMs).toISOString(),
    time,
    request: requestOf(request, origin),
    response: responseOf(response),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    _exchange: {
      ...facts,
      ...(exchange.isRepeated === true ? { isRepeated: true } : {}),
      ...(exchange.foreign === undefined ? {} : { foreign: [...exchange.foreign] }),
      ...(exchange.unsolicited === undefined ? {} : { unsolicited: exchange.unsolicited }),
      ...(response?.isCut === true ? { isCut: true } : {}),
      ...(failure === null ? {} : { failure }),
    },
  };
}

/** The exchange of an entry. */
export function exchangeOf(entry: HarEntry, origin: string): Exchange {
  const { failure, isRepeated, unsolicited, isCut, foreign } = entry._exchange;
  const facts = {
    request: wireOf(entry.request, origin),
    durationMs: entry.time,
    ...(isRepeated ? { isRepeated } : {}),
    ...(foreign === undefined ? {} : { foreign }),
    ...(unsolicited === undefined ? {} : { unsolicited }),
  };
  return failure === undefined
    ? { ...facts, response: answerOf(entry.response, isCut === true), failure: null }
    : { ...facts, response: null, failure: failure as Failure };
}

function requestOf({ method, path, headers, body }: WireRequest, origin: string): HarEntry['request'] {
  const fields = headers.map(([name, value]) => ({ name, value }));
  const query = path.includes('?') ? readFields(path.slice(path.indexOf('?') + 1)) : [];
  return {
    method,
    url: origin + path,
    httpVersion,
    cookies: [],
    headers: fields,
    queryString: query.map(([name, value]) => ({ name, value })),
    ...(body === null ? {} : { postData: postDataOf(body, mediaTypeOf(fields)) }),
    headersSize: unknown,
    bodySize: body?.length ?? 0,
  };
}

function postDataOf(body: Uint8Array, mimeType: string): NonNullable<HarEntry['request']['postData']> {
  const { text, isText } = textOf(body);
  return { mimeType, text, ...(isText ? {} : { _encoding: 'base64' }) };
}

function responseOf(response: HttpResponse | null): HarEntry['response'] {
  const fields = [...(response?.headers ?? [])].flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  );
  const { text, isText } = textOf(response?.body ?? new Uint8Array());
  return {
    // As browsers record an answer that never came.
    status: response?.status ?? 0,
    statusText: STATUS_CODES[response?.status ?? 0] ?? '',
    httpVersion,
    cookies: [],
    headers: fields,
    content: {
      size: response?.body.length ?? 0,
      mimeType: mediaTypeOf(fields),
      text,
      ...(isText ? {} : { encoding: 'base64' }),
    },
    redirectURL: response?.headers.get('location')?.[0] ?? '',
    headersSize: unknown,
    bodySize: response?.body.length ?? 0,
  };
}

function wireOf({ method, url, headers, postData }: HarEntry['request'], origin: string): WireRequest {
  return {
    method,
    path: url.slice(origin.length),
    headers: headers.map(({ name, value }) => [name, value] as const),
    body: postData === undefined ? null : bytesOf(postData.text, postData._encoding),
  };
}

function answerOf({ status, headers, content }: HarEntry['response'], isCut: boolean): Answer {
  const raw = headers.flatMap(({ name, value }) => [
    Buffer.from(name, 'latin1'),
    Buffer.from(value, 'latin1'),
  ]);
  return new Answer(status, raw, bytesOf(content.text ?? '', content.encoding), isCut);
}

/** The body as text, if that loses no byte. */
function textOf(body: Uint8Array): { readonly text: string; readonly isText: boolean } {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const isText = isUtf8(bytes);
  return { text: bytes.toString(isText ? 'utf8' : 'base64'), isText };
}

function bytesOf(text: string, encoding: 'base64' | undefined): Buffer {
  return Buffer.from(text, encoding ?? 'utf8');
}

function mediaTypeOf(fields: readonly { readonly name: string; readonly value: string }[]): string {
  return fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
}
