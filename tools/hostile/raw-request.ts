import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';

/** A request as received, in bytes. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** Request line and headers, without the empty line. */
  readonly head: string;
  readonly body: Buffer;
}

/** Reads the requests of a connection, each once its declared body is complete. */
export function readRequests(socket: Socket, onRequest: (request: RawRequest) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let read = readOne(pending); read !== null; read = readOne(pending)) {
      pending = pending.subarray(read.length);
      onRequest(read.request);
    }
  });
}

function readOne(bytes: Buffer): { readonly request: RawRequest; readonly length: number } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString('latin1');
  const declared = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const length = end + 4 + declared;
  if (bytes.length < length) return null;
  const [method = '', path = ''] = head.split(' ', 2);
  return { request: { method, path, head, body: bytes.subarray(end + 4, length) }, length };
}
