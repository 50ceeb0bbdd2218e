import { setTimeout } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** Between check and spending of a code others can redeem it too. */
export const fault: Fault = {
  id: 'code-race',
  description: 'Between check and spending of a code others can redeem it too.',
  trips: ['code.race.single'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.beforeSpending = () => setTimeout(20);
  },
};
