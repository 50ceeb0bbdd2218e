import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list is shorter than its Content-Length says. */
export const fault: Fault = {
  id: 'body-cut-short',
  description: 'A list is shorter than its Content-Length says.',
  trips: ['robustness.answer.whole'],
  operations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call, answer) => answer.status === 200 && concerns(operations, call),
      (response, { status, headers, payload }) => {
        response.writeHead(status, headers);
        response.write(payload.subarray(0, payload.length - 1), () => response.destroy());
      },
    );
  },
};
