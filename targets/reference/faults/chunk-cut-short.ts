import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A chunked answer ends without its last chunk. */
export const fault: Fault = {
  id: 'chunk-cut-short',
  description: 'A chunked answer ends without its last chunk.',
  trips: ['robustness.answer.whole'],
  operations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) => concerns(operations, call),
      (response, { status, headers, payload }) => {
        const rest = Object.entries(headers).filter(([name]) => name !== 'Content-Length');
        response.writeHead(status, Object.fromEntries(rest));
        response.write(payload, () => response.destroy());
      },
    );
  },
};
