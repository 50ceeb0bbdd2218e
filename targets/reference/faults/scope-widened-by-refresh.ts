import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A refreshed token has all scopes of the client. */
export const fault: Fault = {
  id: 'scope-widened-by-refresh',
  description: 'A refreshed token has all scopes of the client.',
  trips: ['refresh.scope.within-grant'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call, { store }) => {
      const form = bodyForm(call);
      const client = store.clients.get(form.get('client_id') ?? '');
      return form.get('grant_type') === 'refresh_token' && client !== undefined
        ? { ...body, scope: client.default_scopes.join(' ') }
        : body;
    });
  },
};
