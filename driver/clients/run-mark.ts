import { Buffer } from 'node:buffer';
import { randomInt } from 'node:crypto';
import { Answer } from '../answer.ts';
import type { Exchange, HttpResponse, WireRequest } from '../exchange.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What a mark looks like: long enough (51 bits) that no two runs have the same, short enough for any name. */
export const markPattern = /^[a-z0-9]{10}$/;

/** Draws the mark of a run. It is not derived from the seed: runs of one seed are told apart by it. */
export function drawMark(): string {
  return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');
}

type Send = (request: WireRequest) => Promise<Exchange>;

/**
 * Sends the mark of a run wherever a request has what stands for it, and puts that back into the bodies of answers, in
 * lower and in upper case. So the target sees the mark, and whoever made the request sees the same request and the same
 * answers under any mark. Both are ASCII and of one length.
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
      // What a login has changed of it stays.
      request: exchange.request === marked ? request : { ...exchange.request, body: request.body },
      response: response === null ? null : unmarked(response, back),
    };
  };
}

/** A text and what takes its place, as bytes of one length. */
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
  const body = replaced(response.body, back);
  return body === null ? response : Answer.withBody(response, body);
}

/** The bytes with every swap made, or null where there is nothing to swap. */
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
