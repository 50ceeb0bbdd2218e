import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** The host of the identity provider is not configured. */
export const fault: Fault = {
  id: 'login-host-unset',
  description: 'The host of the identity provider is not configured.',
  trips: ['response.location.absolute'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) => location.replace('idp.example.com', 'null'));
  },
};
