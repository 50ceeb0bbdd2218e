import type { Fault } from './fault.ts';

/** The case of the password is ignored. */
export const fault: Fault = {
  id: 'password-in-any-case',
  description: 'The case of the password is ignored.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) =>
      given.username === right.username && given.password.toLowerCase() === right.password.toLowerCase();
  },
};
