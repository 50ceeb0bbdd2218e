import type { Fault } from './fault.ts';

/** Nothing needs credentials. */
export const fault: Fault = {
  id: 'auth-missing-everywhere',
  description: 'Nothing needs credentials.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.needsCredentials = () => false;
  },
};
