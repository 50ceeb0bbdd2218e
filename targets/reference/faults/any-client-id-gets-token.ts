import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** An unknown client gets a token for the code of another. */
export const fault: Fault = {
  id: 'any-client-id-gets-token',
  description: 'An unknown client gets a token for the code of another.',
  trips: ['token.client.known'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const owner = store.clients.get(store.codes.get(form.get('code') ?? '')?.clientId ?? '');
      if (owner === undefined || store.clients.has(form.get('client_id') ?? '')) return call;
      form.set('client_id', owner.client_id);
      form.set('client_secret', owner.client_secret);
      return withForm(call, form);
    });
  },
};
