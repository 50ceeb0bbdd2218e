import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An authorization looks at the first three redirect URIs of a client. */
export const fault: Fault = {
  id: 'fourth-redirect-uri-lost',
  description: 'An authorization looks at the first three redirect URIs of a client.',
  trips: ['authorize.added-uri.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const uris = store.clients.get(form.get('client_id') ?? '')?.redirect_uris ?? [];
      return uris.indexOf(form.get('redirect_uri') ?? '') >= 3;
    });
  },
};
