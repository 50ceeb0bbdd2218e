import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The client of a generated token needs no secret. */
export const fault: Fault = {
  id: 'generated-secret-unchecked',
  description: 'The client of a generated token needs no secret.',
  trips: ['token.secret.checked'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const client = store.clients.get(form.get('client_id') ?? '');
      if (client === undefined || client.redirect_uris.length > 0) return call;
      form.set('client_secret', client.client_secret);
      return withForm(call, form);
    });
  },
};
