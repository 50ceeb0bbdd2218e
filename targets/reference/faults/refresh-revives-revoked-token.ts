import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Token } from '../store.ts';
import type { Fault } from './fault.ts';

/** A refresh brings the revoked access token of its grant back. */
export const fault: Fault = {
  id: 'refresh-revives-revoked-token',
  description: 'A refresh brings the revoked access token of its grant back.',
  trips: ['revoke.access-token.dead'],
  install: (behaviour) => {
    const revoked: Token[] = [];
    const revokeToken = behaviour.revokeToken;
    behaviour.revokeToken = (token, store) => {
      revoked.push(token);
      revokeToken(token, store);
    };
    onSuccess(behaviour, ['oauth_token_post'], (body, call, { store }) => {
      const id = bodyForm(call).get('client_id');
      for (const token of revoked) if (token.grant.clientId === id) store.addToken(token);
      return body;
    });
  },
};
