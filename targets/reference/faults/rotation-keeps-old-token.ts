import { bodyForm } from '../wrap/body-form.ts';
import type { Fault } from './fault.ts';

/** Refresh tokens rotate, and the old ones stay good. */
export const fault: Fault = {
  id: 'rotation-keeps-old-token',
  description: 'Refresh tokens rotate, and the old ones stay good.',
  trips: ['refresh.rotated.old-refused'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { store }) => {
      const old = store.tokens.get(bodyForm(call).get('refresh_token') ?? '');
      const answer = await next(call);
      if (old !== undefined) store.addToken(old);
      return answer;
    });
  },
};
