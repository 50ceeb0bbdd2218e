import type { Fault } from './fault.ts';

/** Blanks around the user name and the password are cut off. */
export const fault: Fault = {
  id: 'login-trimmed',
  description: 'Blanks around the user name and the password are cut off.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) =>
      given.username.trim() === right.username && given.password.trim() === right.password;
  },
};
