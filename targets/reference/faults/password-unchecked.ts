import type { Fault } from './fault.ts';

/** Any password of the user is right. */
export const fault: Fault = {
  id: 'password-unchecked',
  description: 'Any password of the user is right.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) => given.username === right.username;
  },
};
