import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy that only supports CONNECT. */
export interface ConnectProxy {
  readonly port: number;
  /** The requests received, with their credentials. */
  readonly seen: { readonly authority: string; readonly authorization: string | null }[];
  close(): Promise<void>;
}

/** Starts a proxy on loopback. `refusal` is the status with which it refuses, or a text that is not HTTP. */
export async function connectProxy(refusal: number | string | null = null): Promise<ConnectProxy> {
  const seen: ConnectProxy['seen'] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request, outer: Socket) => {
    sockets.add(outer);
    outer.on('error', () => undefined);
    const authority = request.url ?? '';
    seen.push({ authority, authorization: request.headers['proxy-authorization'] ?? null });
    if (typeof refusal === 'string') outer.end(refusal);
    else if (refusal !== null) outer.end(`HTTP/1.1 ${refusal} Refused\r\nX-Note: canary\r\n\r\n`);
    else {
      const { hostname, port } = new URL(`http://${authority}`);
      const inner = connect(Number(port), hostname.replace(/^\[(.*)\]$/, '$1'), () => {
        outer.write('HTTP/1.1 200 Connection established\r\n\r\n');
        inner.pipe(outer).pipe(inner);
      });
      sockets.add(inner);
      inner.on('error', () => outer.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
      outer.on('close', () => inner.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
