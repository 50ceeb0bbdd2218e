import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A refresh does not look at the client secret. */
export const fault: Fault = {
  id: 'refresh-without-secret',
  description: 'A refresh does not look at the client secret.',
  trips: ['token.secret.checked'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const client = store.clients.get(form.get('client_id') ?? '');
      if (form.get('grant_type') !== 'refresh_token' || client === undefined) return call;
      form.set('client_secret', client.client_secret);
      return withForm(call, form);
    });
  },
};
