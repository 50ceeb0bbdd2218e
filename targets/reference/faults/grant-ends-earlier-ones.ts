import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A new token of a client ends those before. */
export const fault: Fault = {
  id: 'grant-ends-earlier-ones',
  description: 'A new token of a client ends those before.',
  trips: ['token.earlier.usable'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call, { store }) => {
      const clientId = bodyForm(call).get('client_id');
      const kept = store.tokens.get(String(body['access_token']))?.grant;
      for (const { grant } of store.tokens.values())
        if (grant.clientId === clientId && grant !== kept) store.revokeGrant(grant);
      return body;
    });
  },
};
