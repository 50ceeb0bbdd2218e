import { onCall } from '../wrap/on-call.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

/** Any Bearer token opens the gateway. */
export const fault: Fault = {
  id: 'bearer-unchecked',
  description: 'Any Bearer token opens the gateway.',
  trips: ['bearer.altered.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { login }) =>
      /^bearer ./i.test(call.headers.authorization ?? '') ? withLogin(call, login) : call,
    );
  },
};
