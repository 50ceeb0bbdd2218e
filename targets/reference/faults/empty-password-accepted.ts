import type { Fault } from './fault.ts';

/** The empty password is right, as in an anonymous LDAP bind. */
export const fault: Fault = {
  id: 'empty-password-accepted',
  description: 'The empty password is right, as in an anonymous LDAP bind.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    behaviour.loginMatches = (given, right) =>
      given.username === right.username && (given.password === '' || given.password === right.password);
  },
};
