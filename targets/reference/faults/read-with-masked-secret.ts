import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** The secret of a client is masked when it is read. */
export const fault: Fault = {
  id: 'read-with-masked-secret',
  description: 'The secret of a client is masked when it is read.',
  trips: ['client.read.equal'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, client_secret: '********' }));
  },
};
