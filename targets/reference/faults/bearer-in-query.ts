import { onCall } from '../wrap/on-call.ts';
import { withBearer } from '../wrap/with-bearer.ts';
import type { Fault } from './fault.ts';

/** An access token in the query opens the gateway. */
export const fault: Fault = {
  id: 'bearer-in-query',
  description: 'An access token in the query opens the gateway.',
  trips: ['bearer.query.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call) => {
      const token = new URLSearchParams(call.query).get('access_token');
      return token === null ? call : withBearer(call, token);
    });
  },
};
