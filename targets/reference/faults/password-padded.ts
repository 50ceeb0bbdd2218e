import type { Fault } from './fault.ts';

/** Characters after the password are ignored. */
export const fault: Fault = {
  id: 'password-padded',
  description: 'Characters after the password are ignored.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) =>
      given.username === right.username && given.password.startsWith(right.password);
  },
};
