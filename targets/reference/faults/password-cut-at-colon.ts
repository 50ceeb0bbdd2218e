import type { Fault } from './fault.ts';

/** The password ends at its first colon. */
export const fault: Fault = {
  id: 'password-cut-at-colon',
  description: 'The password ends at its first colon.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) =>
      given.username === right.username && given.password.split(':')[0] === right.password;
  },
};
