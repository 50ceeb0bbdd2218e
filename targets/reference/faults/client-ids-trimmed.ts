import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A client is read by its id and a blank. */
export const fault: Fault = {
  id: 'client-ids-trimmed',
  description: 'A client is read by its id and a blank.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call) => ({
      ...call,
      clientId: call.clientId.replace(/(?<!%20)(?:%20)+$/, ''),
    }));
  },
};
