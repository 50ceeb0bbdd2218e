import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** Refresh tokens rotate, and the old ones stay good. */
export const fault: Fault = {
  id: 'rotation-keeps-old-token',
  description: 'Refresh tokens rotate, and the old ones stay good.',
  trips: ['refresh.rotated.old-refused'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call, { store }) => {
      const old = store.tokens.get(bodyForm(call).get('refresh_token') ?? '');
      if (old === undefined) return body;
      const token = { ...old, value: behaviour.newToken('refresh_token') };
      store.addToken(token);
      return { ...body, refresh_token: token.value };
    });
  },
};
