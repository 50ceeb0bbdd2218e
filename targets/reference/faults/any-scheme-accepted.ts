import { onCall } from '../wrap/on-call.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

/** Any Authorization header is enough. */
export const fault: Fault = {
  id: 'any-scheme-accepted',
  description: 'Any Authorization header is enough.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { login }) =>
      call.headers.authorization === undefined ? call : withLogin(call, login),
    );
  },
};
