import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A token can be redeemed as if it were a code. */
export const fault: Fault = {
  id: 'code-by-token',
  description: 'A token can be redeemed as if it were a code.',
  trips: ['code.kind.checked'],
  operations: operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const token = store.tokens.get(form.get('code') ?? '');
      if (token === undefined) return call;
      const { value, expiresAt, grant } = token;
      const redirectUri = form.get('redirect_uri') ?? '';
      store.addCode({ ...grant, value, redirectUri, expiresAt, grant: null });
      return call;
    });
  },
};
