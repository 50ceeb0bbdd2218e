import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** The status line has no status. */
export const fault: Fault = {
  id: 'status-line-malformed',
  description: 'The status line has no status.',
  trips: ['robustness.answer.whole'],
  operations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) => concerns(operations, call),
      (response) => {
        response.socket?.end('HTTP/1.1 Found\r\n\r\n');
      },
    );
  },
};
