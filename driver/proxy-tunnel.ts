import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import type { buildConnector } from 'undici';
import type { Proxy } from './proxy.ts';
import { ProxyError } from './proxy-error.ts';
import { readTunnelHead } from './read-tunnel-head.ts';

/** How a proxy is reached. */
export interface TunnelOptions {
  readonly proxy: Proxy;
  readonly timeoutMs: number;
  /** For a proxy behind TLS. */
  readonly tls: Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized'>;
}

/**
 * Connects through a proxy by CONNECT, also where the target is plain HTTP: in a tunnel every byte of a broken request
 * arrives as it was sent, while a proxy that reads requests would answer them itself. Names are resolved by the proxy.
 */
export function throughProxy(
  options: TunnelOptions,
  connect: buildConnector.connector,
): buildConnector.connector {
  return (target, done) => {
    const { protocol, hostname, port } = target;
    const defaultPort = protocol === 'https:' ? 443 : 80;
    const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
    openTunnel(options, `${host}:${port === '' ? defaultPort : port}`).then(
      (socket) => {
        if (protocol === 'https:') connect({ ...target, httpSocket: socket }, done);
        else done(null, socket);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new ProxyError('unreachable', String(error)), null);
      },
    );
  };
}

/** A connection to the authority on which nothing has been said yet. */
function openTunnel({ proxy, timeoutMs, tls }: TunnelOptions, authority: string): Promise<Socket> {
  const { hostname: host, port, isTls, authorization } = proxy;
  return new Promise((resolve, reject) => {
    const socket = isTls
      ? connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}), ...tls })
      : connectPlain({ host, port });
    const fail = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(error instanceof ProxyError ? error : new ProxyError('unreachable', error.message));
    };
    const timer = setTimeout(() => {
      fail(new ProxyError('unreachable', 'no answer in time'));
    }, timeoutMs);
    socket.setNoDelay(true);
    socket.once('error', fail);
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      const credentials = authorization === null ? '' : `Proxy-Authorization: ${authorization}\r\n`;
      socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${credentials}\r\n`);
      readTunnelHead(socket).then((status) => {
        if (status >= 200 && status < 300) {
          clearTimeout(timer);
          socket.off('error', fail);
          resolve(socket);
        } else fail(refusal(status, authorization !== null));
      }, fail);
    });
  });
}

function refusal(status: number, hasCredentials: boolean): ProxyError {
  if (status === 407) {
    const reason = hasCredentials ? 'it refuses the credentials of its address' : 'it asks for credentials';
    return new ProxyError('refused', `${reason}, 407`);
  }
  // Gateway errors tell of the target, not of the proxy.
  return status >= 502 && status <= 504
    ? new ProxyError('target', `it cannot reach the target, ${status}`)
    : new ProxyError('refused', `it refuses the way to the target, ${status}`);
}
