import { onCall } from '../wrap/on-call.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import { withBearer } from '../wrap/with-bearer.ts';
import type { Fault } from './fault.ts';

/** The case of a token is ignored. */
export const fault: Fault = {
  id: 'bearer-in-any-case',
  description: 'The case of a token is ignored.',
  trips: ['bearer.altered.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { store }) => {
      const { scheme, value } = sentCredentials(call);
      if (scheme.toLowerCase() !== 'bearer' || store.tokens.has(value)) return call;
      const token = [...store.tokens.keys()].find((known) => known.toLowerCase() === value.toLowerCase());
      return withBearer(call, token ?? value);
    });
  },
};
