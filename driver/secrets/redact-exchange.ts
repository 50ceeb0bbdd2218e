import { Buffer, isUtf8 } from 'node:buffer';
import { STATUS_CODES } from 'node:http';
import { isOverfull } from './collect-secrets.ts';
import { curlOf } from '../curl.ts';
import type { Exchange, HttpResponse, WireRequest } from '../exchange.ts';
import { redactBody, redactHeader, redactParameters } from './redact-fields.ts';
import type { Redactor } from './redactor.ts';
import { hiddenNote } from './redactor-of.ts';
import type { RedactedExchange } from './redacted.ts';

/** How much of a body is shown, in characters. */
const shownLength = 4096;

/** How much of a body is searched: more than is shown, so that the cut splits no secret. */
const readLength = 64 * 1024;

/** What a report shows of one step of a case. The redactor is that of the whole case. */
export function redactExchange(input: {
  readonly step: string;
  readonly operation: string;
  readonly exchange: Exchange;
  readonly redactor: Redactor;
}): RedactedExchange {
  const { step, operation, exchange, redactor } = input;
  const { request, response, failure, durationMs } = exchange;
  return {
    step,
    operation,
    request: redactor.text(requestText(request, redactor)),
    response:
      response === null
        ? redactor.sentence(`no answer: ${failure?.kind ?? ''}: ${failure?.message ?? ''}`)
        : redactor.text(responseText(response, redactor)),
    curl: redactor.text(curlOf(request, redactor)),
    durationMs,
  };
}

function requestText({ method, path, headers, body }: WireRequest, redactor: Redactor): string {
  const lines = [
    `${method} ${redactParameters(path)} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${redactHeader(name, value)}`),
  ];
  return message(
    lines,
    body === null ? '' : bodyText(body, isEncoded(headers), redactor, (text) => redactor.replace(text)),
  );
}

function responseText(response: HttpResponse, redactor: Redactor): string {
  const { status, headers, body, isCut } = response;
  const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  if (isOverfull(response)) return message([statusLine], hiddenNote);
  const fields = [...headers].flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const lines = fields.map(([name, value]) => `${name}: ${redactor.value(redactHeader(name, value), name)}`);
  const text = bodyText(body, isEncoded(fields), redactor, (whole) => redactor.value(whole));
  return message(
    [statusLine, ...lines],
    isCut ? `${text}\n[the body is longer than what is kept of it]` : text,
  );
}

function message(lines: readonly string[], body: string): string {
  return body === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${body}`;
}

function isEncoded(headers: readonly (readonly [name: string, value: string])[]): boolean {
  return headers.some(
    ([name, value]) => name.toLowerCase() === 'content-encoding' && value.toLowerCase() !== 'identity',
  );
}

/** A compressed body is not shown: no secret could be found in it, and anyone could decompress it. */
function bodyText(
  body: Uint8Array,
  isPacked: boolean,
  redactor: Redactor,
  hide: (text: string) => string,
): string {
  if (isPacked) return `[${body.length} encoded bytes]`;
  const bytes = Buffer.from(body);
  const isText = isUtf8(bytes);
  const whole = bytes.toString(isText ? 'utf8' : 'latin1');
  const clean = hide(redactBody(whole.slice(0, readLength)));
  const shown = clean.slice(0, Math.min(shownLength, clean.length - splitLength(whole, redactor)));
  const notes = [
    ...(shown.length < clean.length || whole.length > readLength
      ? [`[cut: ${body.length} bytes in all]`]
      : []),
    ...(isText ? [] : ['[not UTF-8: one character a byte]']),
  ];
  return [shown, ...notes].join('\n');
}

/** How much of a secret the first cut may have left at the end; an escaped character takes up to 12 characters. */
function splitLength(whole: string, { secrets }: Redactor): number {
  return whole.length <= readLength
    ? 0
    : 12 * secrets.reduce((most, { length }) => Math.max(most, length), 0);
}
