import { Buffer, isUtf8 } from 'node:buffer';
import { contentCoding } from '../spec/content-coding.ts';
import { decodeBody } from './content-coding.ts';
import type { HttpResponse } from './exchange.ts';

/**
 * An answer as received. Headers, text and JSON are parsed on demand and only once: most rules look at one or two of
 * them.
 */
export class Answer implements HttpResponse {
  readonly status: number;
  readonly body: Buffer;
  readonly isCut: boolean;
  readonly #rawHeaders: readonly Buffer[];
  #headers: ReadonlyMap<string, readonly string[]> | undefined;
  #text: string | null | undefined;
  #json: { readonly value: unknown } | undefined;

  constructor(status: number, rawHeaders: readonly Buffer[], body: Buffer, isCut: boolean) {
    this.status = status;
    this.#rawHeaders = rawHeaders;
    this.body = body;
    this.isCut = isCut;
  }

  /** The same answer with another body. */
  static withBody({ status, headers, isCut }: HttpResponse, body: Buffer): Answer {
    const answer = new Answer(status, [], body, isCut);
    answer.#headers = headers;
    return answer;
  }

  get headers(): ReadonlyMap<string, readonly string[]> {
    this.#headers ??= readHeaders(this.#rawHeaders);
    return this.#headers;
  }

  get text(): string | null {
    if (this.#text === undefined) this.#text = readText(this.#plainBody());
    return this.#text;
  }

  get json(): unknown {
    this.#json ??= { value: parseJson(this.text) };
    return this.#json.value;
  }

  #plainBody(): Buffer | null {
    const coding = this.body.length === 0 ? null : contentCoding(this.headers);
    return coding === null ? this.body : decodeBody(this.body, coding);
  }
}

/** Buffer decoding keeps a byte order mark, which JSON must not have (RFC 8259 section 8.1). */
function readText(body: Buffer | null): string | null {
  return body !== null && isUtf8(body) ? body.toString('utf8') : null;
}

/**
 * How many header lines are kept, as many as Node's own client keeps. Servers send some tens, and rules look at each.
 */
const mostLines = 2000;

/** Latin-1 maps each byte to one character, so header values stay unchanged. */
function readHeaders(raw: readonly Buffer[]): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < Math.min(raw.length, 2 * mostLines); index += 2) {
    const name = raw[index]?.toString('latin1').toLowerCase() ?? '';
    const value = withoutPadding(raw[index + 1]?.toString('latin1') ?? '');
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [value]);
    else values.push(value);
  }
  return headers;
}

/** Blanks and tabs around a field value are no part of it (RFC 9112 section 5.1); the parser leaves those behind it. */
function withoutPadding(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isPadding(value[start])) start += 1;
  while (end > start && isPadding(value[end - 1])) end -= 1;
  return value.slice(start, end);
}

function isPadding(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/**
 * How deeply nested JSON is parsed. A parser may set a limit (RFC 8259 section 9), and API answers have some ten
 * levels. The million levels that an answer has room for would take a hundred times its size in memory.
 */
const mostLevels = 10_000;

function parseJson(text: string | null): unknown {
  if (text === null || isDeeperThan(mostLevels, text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether brackets outside strings are nested deeper than this many levels. */
function isDeeperThan(levels: number, text: string): boolean {
  if (text.length <= levels) return false;
  let level = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInString && character === '\\') index += 1;
    else if (character === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (character === '[' || character === '{') {
      level += 1;
      if (level > levels) return true;
    } else if (character === ']' || character === '}') level -= 1;
  }
  return false;
}
