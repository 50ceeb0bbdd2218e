import { onCall } from '../wrap/on-call.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

/** A code opens the gateway. */
export const fault: Fault = {
  id: 'code-opens-gateway',
  description: 'A code opens the gateway.',
  trips: ['bearer.code.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { store, login }) =>
      store.codes.has(sentCredentials(call).value) ? withLogin(call, login) : call,
    );
  },
};
