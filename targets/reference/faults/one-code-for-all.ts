import { concerns } from '../wrap/concerns.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A new code ends those of all clients. */
export const fault: Fault = {
  id: 'one-code-for-all',
  description: 'A new code ends those of all clients.',
  trips: ['token.code.redeemed'],
  operations,
  install: (behaviour) => {
    behaviour.preconditions.push((call, { store }) => {
      if (!concerns(operations, call)) return;
      store.codes.clear();
    });
  },
};
