import type { Fault } from './fault.ts';

/** A token is good for longer than it says. */
export const fault: Fault = {
  id: 'expired-token-accepted',
  description: 'A token is good for longer than it says.',
  trips: ['bearer.expired.refused'],
  install: (behaviour) => {
    behaviour.isExpired = () => false;
  },
};
