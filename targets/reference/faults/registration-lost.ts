import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** A registration is answered and never stored. */
export const fault: Fault = {
  id: 'registration-lost',
  description: 'A registration is answered and never stored.',
  trips: ['client.registration.stored'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      store.removeClient(String(body['client_id']), false);
      return body;
    });
  },
};
