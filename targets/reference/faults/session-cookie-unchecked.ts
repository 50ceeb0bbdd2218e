import { onCall } from '../wrap/on-call.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

/** Any session cookie stands for credentials. */
export const fault: Fault = {
  id: 'session-cookie-unchecked',
  description: 'Any session cookie stands for credentials.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { login }) =>
      call.headers.authorization === undefined && call.headers.cookie !== undefined
        ? withLogin(call, login)
        : call,
    );
  },
};
