import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';
import { openInput, tooLong, unreadable } from './open-input.ts';
import type { InputKind } from './open-input.ts';
import { UnreadableError } from './parse-document.ts';

/** MiB in bytes. */
export const mebibyte = 1024 * 1024;

/** Another process writes to a pipe, and it may hang; a vault or a server needs seconds at most. */
const pipeTimeoutMs = 10_000;

/**
 * Reads a text file of limited length, UTF-8 with or without a byte order mark. Throws an {@link UnreadableError} for
 * anything else: folders, devices, other encodings, and pipes unless they are allowed.
 */
export async function readText(file: string | URL, kind: InputKind): Promise<string> {
  return decodeText(await readBytes(file, kind));
}

/** Like `readText`, but does not decode the bytes. */
export async function readBytes(file: string | URL, kind: InputKind): Promise<Buffer> {
  const signal = AbortSignal.timeout(pipeTimeoutMs);
  const input = await openInput(file, kind);
  try {
    return await collect(input, kind.maxBytes, signal);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw signal.aborted
      ? new UnreadableError(`does not end within ${pipeTimeoutMs / 1000} seconds`)
      : unreadable(error);
  }
}

/** Collects a stream. Throws an {@link UnreadableError} as soon as it exceeds the limit. */
export async function collect(stream: Readable, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of addAbortSignal(signal, stream) as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop destroys the stream.
    if (length > maxBytes) throw new UnreadableError(tooLong(maxBytes));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Why UTF-16 is refused. */
export const utf16 = 'is not UTF-8 text but UTF-16; save it as UTF-8';

/** Whether bytes begin with the byte order mark of UTF-8. */
export function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** Decodes bytes to text without the byte order mark. Throws an {@link UnreadableError} if they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw new UnreadableError(utf16);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError('is not UTF-8 text');
  }
}

/**
 * Whether bytes are UTF-16: by the byte order mark, which UTF-8 cannot begin with, or by the empty halves of the first
 * characters, since all that we read begins with ASCII.
 */
export function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  if (fourth === undefined) return false;
  const isEmpty = [first, second, third, fourth].map((byte) => Number(byte === 0)).join('');
  return isEmpty === '0101' || isEmpty === '1010';
}
