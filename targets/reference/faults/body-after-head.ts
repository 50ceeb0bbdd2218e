import { onWire } from '../wrap/on-wire.ts';
import type { Fault } from './fault.ts';

/** HEAD is answered with a body. */
export const fault: Fault = {
  id: 'body-after-head',
  description: 'HEAD is answered with a body.',
  trips: ['robustness.answer.whole'],
  operations: ['oauth_idp_login_get', 'oauth_adfs_login_get', 'oauth_client_client_id_get'],
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) => call.method === 'HEAD',
      (response, { status, payload }) => {
        response.socket?.end(
          Buffer.concat([
            Buffer.from(`HTTP/1.1 ${status} OK\r\nContent-Length: ${payload.length + 2}\r\n\r\n{}`),
            payload,
          ]),
        );
      },
    );
  },
};
