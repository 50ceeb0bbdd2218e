import { setTimeout } from 'node:timers/promises';
import { bodyForm } from '../wrap/body-form.ts';
import type { Fault } from './fault.ts';

/** A refresh token is good until all who have come with it were answered. */
export const fault: Fault = {
  id: 'refresh-race',
  description: 'A refresh token is good until all who have come with it were answered.',
  trips: ['refresh.race.single'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { store }) => {
      const old = store.tokens.get(bodyForm(call).get('refresh_token') ?? '');
      const answer = await next(call);
      if (old === undefined || store.tokens.has(old.value)) return answer;
      store.addToken(old);
      await setTimeout(20);
      store.removeToken(old);
      return answer;
    });
  },
};
