import { onWire } from '../wrap/on-wire.ts';
import type { Variant } from './variant.ts';

/** Answers are chunked. */
export const variant: Variant = {
  id: 'chunked-answers',
  description: 'Answers are chunked.',
  install: (behaviour) => {
    onWire(
      behaviour,
      (_call, answer) => answer.body !== null,
      (response, { status, headers, payload }) => {
        const rest = Object.entries(headers).filter(([name]) => name !== 'Content-Length');
        response.writeHead(status, Object.fromEntries(rest));
        response.write(payload.subarray(0, 10));
        response.end(payload.subarray(10));
      },
    );
  },
};
