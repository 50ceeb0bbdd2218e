import { Buffer } from 'node:buffer';
import { randomInt } from 'node:crypto';
import { Answer } from '../answer.ts';
import { changeBody } from '../content-coding.ts';
import type { Exchange, HttpResponse, WireRequest } from '../exchange.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The form of a mark: long enough (51 bits) that no two runs share one, short enough for any name. */
export const markPattern = /^[a-z0-9]{10}$/;

/** Draws the mark of a run. It is not derived from the seed, since it tells runs with the same seed apart. */
export function drawMark(): string {
  return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');
}

type Send = (request: WireRequest) => Promise<Exchange>;

/**
 * Replaces the placeholder by the mark of a run in all requests, and the mark by the placeholder in the bodies of
 * answers, in lower and upper case. So the target sees the mark, while the caller sees the same requests and answers
 * under any mark. Both are ASCII and of the same length.
 */
export function withMark(
  send: Send,
  { standIn, mark }: { readonly standIn: string; readonly mark: string },
): Send {
  const out = swaps(standIn, mark, ['utf8', 'utf16le']);
  const back = swaps(mark, standIn, ['utf8']);
  return async (request) => {
    const marked = markedRequest(request, out);
    const exchange = await send(marked);
    const { response } = exchange;
    return {
      ...exchange,
      // Keeps changes that a login made to the request.
      request: exchange.request === marked ? request : { ...exchange.request, body: request.body },
      response: response === null ? null : unmarked(response, back),
    };
  };
}

/** A text and its replacement, as bytes of the same length. */
interface Swap {
  readonly from: Buffer;
  readonly to: Buffer;
}

function swaps(from: string, to: string, encodings: readonly BufferEncoding[]): readonly Swap[] {
  return encodings.flatMap((encoding) =>
    [
      [from, to],
      [from.toUpperCase(), to.toUpperCase()],
    ].map(([one = '', other = '']) => ({
      from: Buffer.from(one, encoding),
      to: Buffer.from(other, encoding),
    })),
  );
}

function markedRequest(request: WireRequest, out: readonly Swap[]): WireRequest {
  const body = request.body === null ? null : replaced(request.body, out);
  return body === null ? request : { ...request, body };
}

function unmarked(response: HttpResponse, back: readonly Swap[]): HttpResponse {
  const body = changeBody(response, (plain) => replaced(plain, back));
  return body === null ? response : Answer.withBody(response, body);
}

/** Replaces all occurrences in the bytes; null if there are none. */
function replaced(bytes: Uint8Array, all: readonly Swap[]): Buffer | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let copy: Buffer | null = null;
  for (const { from, to } of all) {
    for (let at = source.indexOf(from); at !== -1; at = source.indexOf(from, at + from.length)) {
      copy ??= Buffer.from(source);
      to.copy(copy, at);
    }
  }
  return copy;
}
