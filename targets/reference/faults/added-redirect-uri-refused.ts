import { bodyForm } from '../wrap/body-form.ts';
import { bodyMembers } from '../wrap/body-members.ts';
import { onSuccess } from '../wrap/on-success.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

/** A redirect URI that an update added is not good. */
export const fault: Fault = {
  id: 'added-redirect-uri-refused',
  description: 'A redirect URI that an update added is not good.',
  trips: ['authorize.added-uri.accepted'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    const old = new Map<string, readonly string[]>();
    onSuccess(behaviour, ['oauth_client_post'], (body, call) => {
      const uris = bodyMembers(call)['redirect_uris'];
      if (Array.isArray(uris)) old.set(String(body['client_id']), uris.map(String));
      return body;
    });
    refuseWhen(behaviour, ['oauth_authorize_post'], (call) => {
      const form = bodyForm(call);
      return old.get(form.get('client_id') ?? '')?.includes(form.get('redirect_uri') ?? '') === false;
    });
  },
};
