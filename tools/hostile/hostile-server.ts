import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { readRequests, type RawRequest } from './raw-request.ts';

/** A target that is listening. */
export interface HostileServer {
  readonly url: string;
  /** The requests it received, in order. */
  readonly requests: readonly RawRequest[];
  readonly close: () => Promise<void>;
}

/** Answers one request, in any way that a socket allows. */
export type Answerer = (socket: Socket, request: RawRequest) => unknown;

/** Accepts connections on loopback. `answer` gets each request once its body is complete. */
export async function serve(
  answer: Answerer,
  onConnection?: (socket: Socket) => void,
): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  const requests: RawRequest[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The driven command may close its connections at any time.
    socket.on('error', () => socket.destroy());
    if (onConnection !== undefined) {
      onConnection(socket);
      return;
    }
    readRequests(socket, (request) => {
      requests.push(request);
      answer(socket, request);
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      if (server.listening) await once(server, 'close');
    },
  };
}

/** Makes a server listen on any free loopback port, which is returned. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
