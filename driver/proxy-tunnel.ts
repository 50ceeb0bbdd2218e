import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { connect as connectPlain, isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { connect as connectTls } from 'node:tls';
import type { buildConnector } from 'undici';

/** Why a proxy gave no connection: it cannot be reached, it refuses, or the target behind it cannot be reached. */
export type ProxyTrouble = 'unreachable' | 'refused' | 'target';

/** A failure to connect through a proxy. Its message holds nothing of the proxy's answer but the status. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly trouble: ProxyTrouble;

  constructor(trouble: ProxyTrouble, message: string) {
    super(message);
    this.trouble = trouble;
  }
}

/** A proxy between us and a target. */
export interface Proxy {
  readonly hostname: string;
  readonly port: number;
  /** Whether the connection to the proxy itself uses TLS. */
  readonly isTls: boolean;
  /** The value of `Proxy-Authorization`, a secret; null if it is not needed. */
  readonly authorization: string | null;
}

/** Parses the address of a proxy; null if the text is not one. */
export function parseProxy(text: string): Proxy | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:\/\/[^/]/i.test(text.trim())) return null;
  if (url.pathname !== '/' || /[?#]/.test(text)) return null;
  const isTls = url.protocol === 'https:';
  const defaultPort = isTls ? 443 : 80;
  return {
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? defaultPort : Number(url.port),
    isTls,
    authorization: url.username === '' && url.password === '' ? null : basic(url),
  };
}

function basic({ username, password }: URL): string {
  const credentials = `${decode(username)}:${decode(password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** An invalid escape leaves the text as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** If more than this comes before the empty line, it is not a proxy. */
const longestHead = 64 * 1024;

/** Reads the answer to CONNECT. Returns its status and leaves what follows in the socket. */
export function readTunnelHead(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let read = Buffer.alloc(0);
    const stop = (): void => {
      socket.off('data', onData);
      socket.off('end', onEnd);
      socket.pause();
    };
    const onEnd = (): void => {
      stop();
      reject(new ProxyError('refused', 'it closes the connection on CONNECT'));
    };
    const onData = (chunk: Buffer): void => {
      read = Buffer.concat([read, chunk]);
      const end = read.indexOf('\r\n\r\n');
      if (end < 0 && read.length < longestHead) return;
      stop();
      const status = /^HTTP\/1\.[01] (\d{3})[ \r]/.exec(read.subarray(0, 16).toString('latin1'))?.[1];
      if (status === undefined || end < 0) {
        reject(new ProxyError('refused', 'it does not speak HTTP'));
        return;
      }
      if (read.length > end + 4) socket.unshift(read.subarray(end + 4));
      resolve(Number(status));
    };
    socket.on('data', onData);
    socket.once('end', onEnd);
  });
}

export interface TunnelOptions {
  readonly proxy: Proxy;
  readonly timeoutMs: number;
  /** For a proxy that uses TLS. */
  readonly tls: Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized'>;
}

/**
 * Connects through a proxy by CONNECT, even if the target is plain HTTP. Through a tunnel every byte of a broken
 * request arrives as it was sent, while a proxy that parses requests would answer them itself. The proxy resolves host
 * names.
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

/** Opens a new connection to the authority. */
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
  // Gateway errors concern the target, not the proxy.
  return status >= 502 && status <= 504
    ? new ProxyError('target', `it cannot reach the target, ${status}`)
    : new ProxyError('refused', `it refuses the way to the target, ${status}`);
}
