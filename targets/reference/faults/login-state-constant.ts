import { loginOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Every login has the same state. */
export const fault: Fault = {
  id: 'login-state-constant',
  description: 'Every login has the same state.',
  trips: ['login.state.fresh'],
  operations: loginOperations,
  install: (behaviour) => {
    behaviour.newLoginState = () => 'state-2b0e1f6a-6a2f-4c9e-9d53-0f5a4c1d7e88';
  },
};
