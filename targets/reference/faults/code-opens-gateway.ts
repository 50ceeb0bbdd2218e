import { onCall } from '../wrap/on-call.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

/** A code opens the gateway. */
export const fault: Fault = {
  id: 'code-opens-gateway',
  description: 'A code opens the gateway.',
  trips: ['bearer.code.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { store, login }) =>
      store.codes.has(call.headers.authorization?.split(' ')[1] ?? '') ? withLogin(call, login) : call,
    );
  },
};
