import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import { writeRendered } from '../write-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** A second answer follows on the connection at once. */
export const fault: Fault = {
  id: 'answers-twice',
  description: 'A second answer follows on the connection at once.',
  trips: ['robustness.answer.single'],
  operations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) => concerns(operations, call),
      (response, rendered) => {
        const { socket } = response;
        response.once('finish', () => socket?.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
        writeRendered(response, rendered);
      },
    );
  },
};
