import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A server that writes raw bytes, to misbehave in ways that no HTTP library allows. */
export interface RawServer {
  readonly origin: string;
  /** How many connections were made. */
  readonly connections: () => number;
  /** All bytes of each request, in order of arrival. */
  readonly received: string[];
  close(): Promise<void>;
}

/** Serves on loopback. `answer` gets each request once its declared body has arrived. */
export async function rawServer(
  answer: (socket: Socket, request: string, turn: number) => void,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const received: string[] = [];
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let pending = '';
    let turn = 0;
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      const length = wholeLength(pending);
      if (length === null) return;
      const request = pending.slice(0, length);
      pending = pending.slice(length);
      received.push(request);
      turn += 1;
      answer(socket, request, turn);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    connections: () => connections,
    received,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function wholeLength(text: string): number | null {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const declared = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head + 2))?.[1] ?? '0';
  const length = head + 4 + Number(declared);
  return text.length < length ? null : length;
}

/** An answer with a correct length. */
export function plainAnswer(body: string, head = ''): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
