import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** A login redirects to a path of its own host. */
export const fault: Fault = {
  id: 'login-location-relative',
  description: 'A login redirects to a path of its own host.',
  trips: ['response.location.absolute'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) => location.replace('https://idp.example.com', ''));
  },
};
