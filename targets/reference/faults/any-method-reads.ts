import { onCall } from '../wrap/on-call.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A method that a client does not have reads it. */
export const fault: Fault = {
  id: 'any-method-reads',
  description: 'A method that a client does not have reads it.',
  trips: ['method.undocumented.refused'],
  operations: idOperations,
  install: (behaviour) => {
    onCall(behaviour, 'all', (call) =>
      call.operation === null && call.clientId !== '' && call.method !== 'OPTIONS'
        ? { ...call, method: 'GET', operation: 'oauth_client_client_id_get' }
        : call,
    );
  },
};
