import { loginOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** The states of logins are numbers in sequence. */
export const fault: Fault = {
  id: 'login-state-sequential',
  description: 'The states of logins are numbers in sequence.',
  trips: ['login.state.unguessable'],
  operations: loginOperations,
  install: (behaviour) => {
    let count = 0;
    behaviour.newLoginState = () => `state-${String(++count).padStart(20, '0')}`;
  },
};
