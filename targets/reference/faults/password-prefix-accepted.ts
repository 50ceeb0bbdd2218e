import type { Fault } from './fault.ts';

/** A password that starts with the right one is right. */
export const fault: Fault = {
  id: 'password-prefix-accepted',
  description: 'A password that starts with the right one is right.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) =>
      given.username === right.username && given.password.startsWith(right.password);
  },
};
