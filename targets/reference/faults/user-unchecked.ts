import type { Fault } from './fault.ts';

/** The password is right for any user. */
export const fault: Fault = {
  id: 'user-unchecked',
  description: 'The password is right for any user.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) => given.password === right.password;
  },
};
