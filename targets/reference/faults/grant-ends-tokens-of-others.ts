import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A new token ends those of all other clients. */
export const fault: Fault = {
  id: 'grant-ends-tokens-of-others',
  description: 'A new token ends those of all other clients.',
  trips: ['token.others.usable', 'token.others.refreshable'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call, { store }) => {
      const clientId = bodyForm(call).get('client_id');
      for (const { grant } of store.tokens.values())
        if (grant.clientId !== clientId) store.revokeGrant(grant);
      return body;
    });
  },
};
