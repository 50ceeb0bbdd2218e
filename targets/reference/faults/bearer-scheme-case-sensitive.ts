import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

/** The scheme Bearer is known in this case only. */
export const fault: Fault = {
  id: 'bearer-scheme-case-sensitive',
  description: 'The scheme Bearer is known in this case only.',
  trips: ['bearer.scheme.case-insensitive'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call) =>
      /^bearer /i.test(call.headers.authorization ?? '') &&
      call.headers.authorization?.startsWith('Bearer ') === false
        ? { ...call, headers: { ...call.headers, authorization: 'None' } }
        : call,
    );
  },
};
