import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** The scope of an authorization becomes the default of its client. */
export const fault: Fault = {
  id: 'scopes-set-by-authorization',
  description: 'The scope of an authorization becomes the default of its client.',
  trips: ['client.used.remembered'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const client = store.clients.get(form.get('client_id') ?? '');
      const asked = form.get('scope')?.match(/\S+/g) ?? null;
      if (client !== undefined && asked !== null) store.putClient({ ...client, default_scopes: asked });
      return call;
    });
  },
};
