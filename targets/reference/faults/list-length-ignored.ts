import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list has all clients, whatever length is asked for. */
export const fault: Fault = {
  id: 'list-length-ignored',
  description: 'A list has all clients, whatever length is asked for.',
  trips: ['list.length.honoured'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => ({
      ...body,
      entities: [...store.clients.values()],
    }));
  },
};
