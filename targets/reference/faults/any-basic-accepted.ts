import type { Fault } from './fault.ts';

/** Any Basic credentials are right. */
export const fault: Fault = {
  id: 'any-basic-accepted',
  description: 'Any Basic credentials are right.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = () => true;
  },
};
