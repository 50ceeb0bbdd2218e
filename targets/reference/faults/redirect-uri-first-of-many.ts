import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** Without a redirect URI the first of many is taken. */
export const fault: Fault = {
  id: 'redirect-uri-first-of-many',
  description: 'Without a redirect URI the first of many is taken.',
  trips: ['authorize.omitted-uri.ambiguous-refused'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const first = store.clients.get(form.get('client_id') ?? '')?.redirect_uris[0];
      if (form.has('redirect_uri') || first === undefined) return call;
      form.set('redirect_uri', first);
      return withForm(call, form);
    });
  },
};
