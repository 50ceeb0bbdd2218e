import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_delete'] as const;

/** A deletion answers the id and empty members. */
export const fault: Fault = {
  id: 'deletion-echoes-blank',
  description: 'A deletion answers the id and empty members.',
  trips: ['client.deletion.echoed'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({
      ...body,
      client_name: '',
      client_description: '',
      redirect_uris: [],
      default_scopes: [],
    }));
  },
};
