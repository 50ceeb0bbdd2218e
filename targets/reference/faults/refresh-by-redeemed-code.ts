import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A redeemed code serves as refresh token. */
export const fault: Fault = {
  id: 'refresh-by-redeemed-code',
  description: 'A redeemed code serves as refresh token.',
  trips: ['refresh.kind.checked'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const tokens = store.codes.get(form.get('refresh_token') ?? '')?.grant?.tokens ?? [];
      const token = [...tokens].find(({ kind }) => kind === 'refresh_token');
      if (token === undefined) return call;
      form.set('refresh_token', token.value);
      return withForm(call, form);
    });
  },
};
