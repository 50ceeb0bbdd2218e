import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_adfs_login_get'] as const;

/** A login redirects to a page over plain HTTP. */
export const fault: Fault = {
  id: 'login-over-http',
  description: 'A login redirects to a page over plain HTTP.',
  trips: ['response.location.absolute'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) => location.replace('https:', 'http:'));
  },
};
