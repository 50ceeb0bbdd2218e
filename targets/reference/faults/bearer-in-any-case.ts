import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

/** The case of a token is ignored. */
export const fault: Fault = {
  id: 'bearer-in-any-case',
  description: 'The case of a token is ignored.',
  trips: ['bearer.altered.refused'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call, { store }) => {
      const [scheme = '', value = ''] = (call.headers.authorization ?? '').split(' ');
      if (scheme.toLowerCase() !== 'bearer' || store.tokens.has(value)) return call;
      const token = [...store.tokens.keys()].find((known) => known.toLowerCase() === value.toLowerCase());
      return { ...call, headers: { ...call.headers, authorization: `Bearer ${token ?? value}` } };
    });
  },
};
