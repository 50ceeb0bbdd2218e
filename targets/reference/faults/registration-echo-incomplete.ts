import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** A registration answers empty arrays and stores the right ones. */
export const fault: Fault = {
  id: 'registration-echo-incomplete',
  description: 'A registration answers empty arrays and stores the right ones.',
  trips: ['client.registration.echoed'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, redirect_uris: [], default_scopes: [] }));
  },
};
