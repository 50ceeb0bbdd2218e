import { changeLocation } from '../wrap/change-location.ts';
import { loginOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A login hands a token to the identity provider in its URL. */
export const fault: Fault = {
  id: 'login-with-token',
  description: 'A login hands a token to the identity provider in its URL.',
  trips: ['login.location.no-token'],
  operations: loginOperations,
  install: (behaviour) => {
    changeLocation(
      behaviour,
      loginOperations,
      (location) => `${location}&access_token=${behaviour.newToken('access_token')}`,
    );
  },
};
