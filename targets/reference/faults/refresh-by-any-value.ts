import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** Any refresh token is as good as the last one issued to the client. */
export const fault: Fault = {
  id: 'refresh-by-any-value',
  description: 'Any refresh token is as good as the last one issued to the client.',
  trips: ['refresh.invented.refused'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const own = [...store.tokens.values()].filter(
        (token) => token.kind === 'refresh_token' && token.grant.clientId === form.get('client_id'),
      );
      const last = own.at(-1);
      if (form.get('grant_type') !== 'refresh_token' || last === undefined) return call;
      form.set('refresh_token', last.value);
      return withForm(call, form);
    });
  },
};
