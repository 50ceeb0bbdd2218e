import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** Every reading of a client shows a fresh secret. */
export const fault: Fault = {
  id: 'read-with-other-secret',
  description: 'Every reading of a client shows a fresh secret.',
  trips: ['client.read.equal'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, client_secret: behaviour.newClientSecret() }));
  },
};
