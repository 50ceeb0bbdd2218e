import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** A login asks the identity provider to come back to the console. */
export const fault: Fault = {
  id: 'login-comes-back-elsewhere',
  description: 'A login asks the identity provider to come back to the console.',
  trips: ['login.callback.named'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) => location.replace('idp_callback', 'console'));
  },
};
