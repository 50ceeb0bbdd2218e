import type { Fault } from './fault.ts';

/** The gateway answers who calls to anybody. */
export const fault: Fault = {
  id: 'gateway-open',
  description: 'The gateway answers who calls to anybody.',
  trips: ['bearer.anonymous.refused'],
  install: (behaviour) => {
    behaviour.needsCredentials = (operation) => operation !== 'users_me';
  },
};
