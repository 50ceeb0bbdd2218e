import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** A login asks the identity provider for a token in place of a code. */
export const fault: Fault = {
  id: 'login-asks-for-token',
  description: 'A login asks the identity provider for a token in place of a code.',
  trips: ['login.response-type.code'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) =>
      location.replace('response_type=code', 'response_type=id_token%20token'),
    );
  },
};
