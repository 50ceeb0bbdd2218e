import { Buffer } from 'node:buffer';
import * as zlib from 'node:zlib';
import { contentCoding } from '../spec/content-coding.ts';
import type { HttpResponse } from './exchange.ts';

/** The most bytes that a body may hold once it is decoded: what a small body becomes is the target's choice. */
const mostDecodedBytes = 2 * 1024 * 1024;

interface Coding {
  readonly decode: (body: Uint8Array) => Buffer;
  readonly encode: (body: Uint8Array) => Buffer;
}

const limit = { maxOutputLength: mostDecodedBytes };
const gzip: Coding = {
  decode: (body) => zlib.gunzipSync(body, limit),
  encode: (body) => zlib.gzipSync(body),
};

/** The content codings of RFC 9110 section 8.4.1 and RFC 7932. */
const codings: Readonly<Partial<Record<string, Coding>>> = {
  gzip,
  'x-gzip': gzip,
  deflate: { decode: (body) => zlib.inflateSync(body, limit), encode: (body) => zlib.deflateSync(body) },
  br: {
    decode: (body) => zlib.brotliDecompressSync(body, limit),
    encode: (body) => zlib.brotliCompressSync(body),
  },
};

/** A body without its coding. Null if the coding is unknown, the body is not of it, or it would grow too long. */
export function decodeBody(body: Uint8Array, coding: string): Buffer | null {
  try {
    return known(coding)?.decode(body) ?? null;
  } catch {
    return null;
  }
}

/** The bytes of a body, changed as they are without its coding. Null if they cannot be decoded, or stay as they are. */
export function changeBody(
  { headers, body }: Pick<HttpResponse, 'headers' | 'body'>,
  change: (plain: Buffer) => Buffer | null,
): Buffer | null {
  const coding = contentCoding(headers);
  if (coding === null) return change(bufferOf(body));
  const plain = decodeBody(body, coding);
  const changed = plain === null ? null : change(plain);
  return changed === null ? null : (known(coding)?.encode(changed) ?? null);
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function known(coding: string): Coding | undefined {
  return Object.hasOwn(codings, coding) ? codings[coding] : undefined;
}
