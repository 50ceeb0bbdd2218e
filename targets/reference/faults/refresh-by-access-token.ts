import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** An access token serves as refresh token. */
export const fault: Fault = {
  id: 'refresh-by-access-token',
  description: 'An access token serves as refresh token.',
  trips: ['refresh.kind.checked'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const given = store.tokens.get(form.get('refresh_token') ?? '');
      const token = [...(given?.grant.tokens ?? [])].find(({ kind }) => kind === 'refresh_token');
      if (given?.kind !== 'access_token' || token === undefined) return call;
      form.set('refresh_token', token.value);
      return withForm(call, form);
    });
  },
};
