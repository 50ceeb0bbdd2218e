import { Buffer } from 'node:buffer';
import { connect, type Socket } from 'node:net';
import { serve, type HostileServer } from './hostile-server.ts';
import type { RawRequest } from './raw-request.ts';

/** A faithful answer. */
export interface TrueAnswer {
  /** Status line and headers, without the empty line. */
  readonly head: string;
  readonly body: Buffer;
}

/** Answers one request, knowing what a faithful target would have said. */
export type Mangler = (socket: Socket, truth: TrueAnswer, request: RawRequest) => unknown;

/**
 * Stands in front of a faithful target, and mangles its answers to the requests that `isHit` picks. The base path is
 * the faithful one's.
 */
export async function standInFront(
  reference: string,
  isHit: (request: RawRequest, number: number) => boolean,
  mangle: Mangler,
): Promise<HostileServer> {
  let number = 0;
  const server = await serve((socket, request) => {
    const mine = number;
    number += 1;
    ask(reference, request)
      .then((truth) => {
        if (isHit(request, mine)) mangle(socket, truth, request);
        else socket.write(render(truth));
      })
      .catch(() => socket.destroy());
  });
  return { ...server, url: server.url + new URL(reference).pathname };
}

/** An answer as bytes. */
export function render({ head, body }: TrueAnswer): Buffer {
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
}

/** An answer with another body. */
export function withBody({ head }: TrueAnswer, body: Buffer | string): TrueAnswer {
  const bytes = Buffer.from(body);
  return { head: head.replace(/(content-length: *)\d+/i, `$1${bytes.length}`), body: bytes };
}

/** Sends the bytes of a request on, over a connection of its own. */
function ask(reference: string, { head, body }: RawRequest): Promise<TrueAnswer> {
  const { hostname, port } = new URL(reference);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('error', reject);
    socket.once('end', () => {
      const bytes = Buffer.concat(chunks);
      const end = bytes.indexOf('\r\n\r\n');
      const answered = bytes
        .subarray(0, end)
        .toString('latin1')
        .replace(/\r\nconnection:[^\r]*/i, '');
      resolve({ head: answered, body: bytes.subarray(end + 4) });
    });
    const lines = head.split('\r\n').filter((line) => !/^connection:/i.test(line));
    socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1');
    socket.write(body);
  });
}
