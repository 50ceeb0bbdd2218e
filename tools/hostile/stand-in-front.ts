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

/** Answers one request, given the answer of a faithful target. */
export type Mangler = (socket: Socket, truth: TrueAnswer, request: RawRequest) => unknown;

/**
 * A proxy to a faithful target that mangles its answers to the requests that `isHit` selects. It has the same base
 * path.
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

export function render({ head, body }: TrueAnswer): Buffer {
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
}

export function withBody({ head }: TrueAnswer, body: Buffer | string): TrueAnswer {
  const bytes = Buffer.from(body);
  return { head: head.replace(/(content-length: *)\d+/i, `$1${bytes.length}`), body: bytes };
}

/** Forwards the bytes of a request, on a new connection. */
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
