import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import { writeRendered } from '../write-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A second answer follows after 20 milliseconds, when its connection may carry another request. */
export const fault: Fault = {
  id: 'answers-again-later',
  description:
    'A second answer follows after 20 milliseconds, when its connection may carry another request.',
  trips: ['robustness.answer.single'],
  operations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) => concerns(operations, call),
      (response, rendered) => {
        const { socket } = response;
        setTimeout(() => socket?.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'), 20).unref();
        writeRendered(response, rendered);
      },
    );
  },
};
