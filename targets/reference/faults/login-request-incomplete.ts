import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

/** The identity provider is not told who asks. */
export const fault: Fault = {
  id: 'login-request-incomplete',
  description: 'The identity provider is not told who asks.',
  trips: ['login.request.complete'],
  operations: ['oauth_idp_login_get', 'oauth_adfs_login_get'],
  install: (behaviour) => {
    changeLocation(behaviour, ['oauth_idp_login_get', 'oauth_adfs_login_get'], (location) =>
      location.replace(/([?&])client_id=[^&]*&?/, '$1'),
    );
  },
};
