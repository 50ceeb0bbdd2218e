import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A client is wrapped in `status`, as other v3 entities are. */
export const fault: Fault = {
  id: 'client-inside-status',
  description: 'A client is wrapped in `status`, as other v3 entities are.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ status: body }));
  },
};
