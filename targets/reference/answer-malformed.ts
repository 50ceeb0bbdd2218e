import type { Socket } from 'node:net';
import { errorAnswer } from './envelope.ts';
import { Refusal } from './refusal.ts';

/** Answers a request that is not HTTP, or whose head is too long, with its own envelope, and closes the connection. */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, phrase] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ([431, 'Request Header Fields Too Large'] as const)
      : ([400, 'Bad Request'] as const);
  const refusal = new Refusal(status, 'INVALID_REQUEST', 'The request is not HTTP.');
  const body = JSON.stringify(errorAnswer(refusal, null).body);
  socket.end(
    [
      `HTTP/1.1 ${status} ${phrase}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Date: ${new Date().toUTCString()}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
