import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** From the second refresh on a token has all scopes of the client. */
export const fault: Fault = {
  id: 'scope-widened-by-second-refresh',
  description: 'From the second refresh on a token has all scopes of the client.',
  trips: ['refresh.scope.within-grant'],
  operations,
  install: (behaviour) => {
    const refreshed = new Set<string>();
    onSuccess(behaviour, operations, (body, call, { store }) => {
      const form = bodyForm(call);
      const id = form.get('client_id') ?? '';
      const client = store.clients.get(id);
      if (form.get('grant_type') !== 'refresh_token' || client === undefined) return body;
      const isFirst = !refreshed.has(id);
      refreshed.add(id);
      return isFirst ? body : { ...body, scope: client.default_scopes.join(' ') };
    });
  },
};
