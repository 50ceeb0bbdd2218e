import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

/** The access token of a second refresh is not stored. */
export const fault: Fault = {
  id: 'second-refreshed-token-dead',
  description: 'The access token of a second refresh is not stored.',
  trips: ['refresh.access-token.accepted'],
  install: (behaviour) => {
    const refreshed = new Set<string>();
    onSuccess(behaviour, ['oauth_token_post'], (body, call, { store }) => {
      const form = bodyForm(call);
      const id = form.get('client_id') ?? '';
      if (!form.has('refresh_token')) return body;
      const token = store.tokens.get(String(body['access_token']));
      if (refreshed.has(id) && token !== undefined) store.removeToken(token);
      refreshed.add(id);
      return body;
    });
  },
};
