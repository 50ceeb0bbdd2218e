import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';
import { openInput, tooLong, unreadable } from './open-input.ts';
import type { InputKind } from './open-input.ts';
import { UnreadableError } from './parse-document.ts';

/** MiB in bytes. */
export const mebibyte = 1024 * 1024;

/** What comes through a pipe is made by another process, which may hang; a vault or a server needs seconds at most. */
const pipeTimeoutMs = 10_000;

/**
 * Reads a text file of at most so many bytes, UTF-8 with or without byte order mark. Throws an
 * {@link UnreadableError} for anything else: folders, devices, other encodings, and pipes unless they are allowed.
 */
export async function readText(file: string | URL, kind: InputKind): Promise<string> {
  return decodeText(await readBytes(file, kind));
}

/** The same without a look at what the bytes say. */
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

/** Collects a stream of at most so many bytes; throws an {@link UnreadableError} at the first one above. */
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

/** The text of bytes, without byte order mark. Throws an {@link UnreadableError} where they are no UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw new UnreadableError('is not UTF-8 text but UTF-16; save it as UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError('is not UTF-8 text');
  }
}

/** By its byte order mark, which UTF-8 cannot begin with. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
