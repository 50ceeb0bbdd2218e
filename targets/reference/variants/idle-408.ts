import { onWire } from '../wrap/on-wire.ts';
import { writeRendered } from '../write-answer.ts';
import type { Variant } from './variant.ts';

/** A connection that was idle for a moment is closed with a 408 (RFC 9110 section 15.5.9). */
export const variant: Variant = {
  id: 'idle-408',
  description: 'A connection that was idle for a moment is closed with a 408.',
  install: (behaviour) => {
    onWire(
      behaviour,
      () => true,
      (response, rendered) => {
        const { socket } = response;
        response.once('finish', () => {
          const read = socket?.bytesRead;
          setTimeout(() => {
            if (socket === null || socket.bytesRead !== read) return;
            // What is on its way is not read any more: it can be sent again.
            socket.pause();
            socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
            socket.destroySoon();
          }, 2).unref();
        });
        writeRendered(response, rendered);
      },
    );
  },
};
