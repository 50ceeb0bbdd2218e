import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A bad code or refresh token is never answered. */
export const fault: Fault = {
  id: 'hang-on-bad-code',
  description: 'A bad code or refresh token is never answered.',
  trips: ['robustness.answer.in-time'],
  operations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call, answer) =>
        answer.status === 400 &&
        concerns(operations, call) &&
        Buffer.from(call.body).includes('client_secret='),
      () => undefined,
    );
  },
};
