import { onCall } from '../wrap/on-call.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import { withBearer } from '../wrap/with-bearer.ts';
import type { Fault } from './fault.ts';

/** The last characters of a token are not looked at. */
export const fault: Fault = {
  id: 'bearer-by-prefix',
  description: 'The last characters of a token are not looked at.',
  trips: ['bearer.altered.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { store }) => {
      const { scheme, value } = sentCredentials(call);
      if (scheme.toLowerCase() !== 'bearer' || value.length < 20 || store.tokens.has(value)) return call;
      const token = [...store.tokens.keys()].find((known) => known.slice(0, 20) === value.slice(0, 20));
      return withBearer(call, token ?? value);
    });
  },
};
