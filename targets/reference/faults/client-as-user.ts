import { onCall } from '../wrap/on-call.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

/** A client may call the gateway with its id and secret. */
export const fault: Fault = {
  id: 'client-as-user',
  description: 'A client may call the gateway with its id and secret.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { store, login }) => {
      const [id = '', secret] = Buffer.from(sentCredentials(call).value, 'base64').toString().split(':');
      return secret !== undefined && store.clients.get(id)?.client_secret === secret
        ? withLogin(call, login)
        : call;
    });
  },
};
