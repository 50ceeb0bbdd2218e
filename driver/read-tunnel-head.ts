import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { ProxyError } from './proxy-error.ts';

/** A proxy that says more than this before the empty line is none. */
const longestHead = 64 * 1024;

/** Reads the answer to CONNECT; gives its status and leaves what follows it in the socket. */
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
