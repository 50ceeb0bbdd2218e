import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

/** A refresh ends the access tokens of all other grants of its client. */
export const fault: Fault = {
  id: 'refresh-ends-other-grants',
  description: 'A refresh ends the access tokens of all other grants of its client.',
  trips: ['token.earlier.usable'],
  install: (behaviour) => {
    onSuccess(behaviour, ['oauth_token_post'], (body, call, { store }) => {
      const form = bodyForm(call);
      const grant = store.tokens.get(String(body['access_token']))?.grant;
      if (!form.has('refresh_token') || grant === undefined) return body;
      for (const token of [...store.tokens.values()])
        if (token.kind === 'access_token' && token.grant !== grant && token.grant.clientId === grant.clientId)
          store.removeToken(token);
      return body;
    });
  },
};
