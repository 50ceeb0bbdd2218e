import { changeLocation } from '../wrap/change-location.ts';
import { loginOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A login has no state. */
export const fault: Fault = {
  id: 'login-without-state',
  description: 'A login has no state.',
  trips: ['login.state.fresh'],
  operations: loginOperations,
  install: (behaviour) => {
    changeLocation(behaviour, loginOperations, (location) => location.replace(/&state=[^&]*/, ''));
  },
};
