import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** Name and description change places when a client is read. */
export const fault: Fault = {
  id: 'read-swaps-texts',
  description: 'Name and description change places when a client is read.',
  trips: ['client.read.equal'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      client_name: body['client_description'],
      client_description: body['client_name'],
    }));
  },
};
