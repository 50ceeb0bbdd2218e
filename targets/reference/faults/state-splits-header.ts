import { onWire } from '../wrap/on-wire.ts';
import type { Fault } from './fault.ts';

/** A line break in a state ends the Location header. */
export const fault: Fault = {
  id: 'state-splits-header',
  description: 'A line break in a state ends the Location header.',
  trips: ['authorize.header.unsplit'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    onWire(
      behaviour,
      (call, answer) =>
        call.operation === 'oauth_authorize_post' && /%0[ad]/i.test(answer.headers['Location'] ?? ''),
      (response, { headers }) => {
        const location = (headers['Location'] ?? '').replace(/%(0[ad]|20|3a)/gi, (escape) =>
          decodeURIComponent(escape),
        );
        response.socket?.end(`HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ${location}\r\n\r\n`);
      },
    );
  },
};
