import { onCall } from '../wrap/on-call.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

/** The id of a client opens the gateway. */
export const fault: Fault = {
  id: 'client-id-opens-gateway',
  description: 'The id of a client opens the gateway.',
  trips: ['bearer.code.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { store, login }) =>
      store.clients.has(sentCredentials(call).value) ? withLogin(call, login) : call,
    );
  },
};
