import { Buffer } from 'node:buffer';
import { STATUS_CODES } from 'node:http';
import type { Exchange, HttpResponse, WireRequest } from '../../driver/exchange.ts';
import { password } from './find-case.ts';

/** Every request has them, and no rule is about them. */
const usualHeaders = ['host', 'content-length', 'user-agent', 'accept', 'connection'];
/** Longer texts are cut in the middle. */
const longestText = 320;
const longestBody = 1200;

/** Method and path. */
export function requestTitle({ method, path }: WireRequest): string {
  return `${method} ${shortened(path)}`;
}

/** Status and reason, or why there is no answer. */
export function answerTitle({ response, failure }: Exchange): string {
  if (response === null) return `no answer (${failure?.kind ?? 'unknown'})`;
  return `${response.status} ${STATUS_CODES[response.status] ?? ''}`.trimEnd();
}

/** A request as HTTP text, without the headers that every request has, and with readable credentials. */
export function requestText(request: WireRequest): string {
  const headers = request.headers
    .filter(([name]) => !usualHeaders.includes(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${readableCredentials(value)}`);
  const body = request.body === null ? '' : bodyText(decoded(request.body));
  return message([requestTitle(request), ...headers], body);
}

/** An answer as HTTP text. Headers that say nothing are left out: those that `other` has, too. */
export function answerText(exchange: Exchange, other: Exchange | undefined): string {
  const { response, failure } = exchange;
  if (response === null) return `no answer: ${failure?.kind ?? ''}: ${failure?.message ?? ''}`;
  const headers = [...response.headers]
    .filter(([name, values]) => isTelling(name, values, other?.response ?? null))
    .flatMap(([name, values]) => values.map((value) => `${name}: ${shortened(value)}`));
  return message([answerTitle(exchange), ...headers], bodyText(response.text ?? decoded(response.body)));
}

/** Of these headers, the form tells something, but not the value. */
const formal = ['content-length', 'date', 'connection', 'keep-alive', 'transfer-encoding'];
/** These headers are shown even if both answers have them alike. */
const always = ['content-type', 'location', 'www-authenticate', 'allow', 'set-cookie'];

function isTelling(name: string, values: readonly string[], other: HttpResponse | null): boolean {
  if (always.includes(name)) return true;
  if (other === null) return false;
  const others = other.headers.get(name) ?? [];
  return formal.includes(name) ? formOf(values) !== formOf(others) : String(values) !== String(others);
}

function formOf(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(/\d+/g, '0').replaceAll(/[A-Z][a-z]{2}\b/g, 'A')).join('\n');
}

/** Without the password of the reference target: it is that of others too, whose reports may not have it in an example. */
function message(lines: readonly string[], body: string): string {
  const text = body === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${body}`;
  return text.replaceAll(password, 'PASSWORD');
}

function decoded(body: Uint8Array): string {
  return Buffer.from(body).toString('utf8');
}

/** A JSON body is laid out if nothing but its layout changes. */
function bodyText(text: string): string {
  const laidOut = shortened(layOut(text));
  return laidOut.length <= longestBody
    ? laidOut
    : `${laidOut.slice(0, longestBody)}\n[cut: ${text.length} characters in all]`;
}

function layOut(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}

/** Cuts every word that is too long for a page. */
function shortened(text: string): string {
  const kept = longestText / 2;
  return text
    .split(/([\s"])/)
    .map((word) =>
      word.length <= longestText
        ? word
        : `${word.slice(0, kept)}[${word.length - 2 * kept} characters]${word.slice(-kept)}`,
    )
    .join('');
}

/** Credentials of the scheme Basic, decoded. */
function readableCredentials(value: string): string {
  const [, scheme, token] = /^(basic) ([A-Za-z0-9+/]+=*)$/i.exec(value) ?? [];
  if (scheme === undefined || token === undefined) return shortened(value);
  return `${scheme} base64(${Buffer.from(token, 'base64').toString('utf8')})`;
}
