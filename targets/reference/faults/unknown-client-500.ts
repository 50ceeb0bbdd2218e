import { Refusal } from '../refusal.ts';
import { bodyForm } from '../wrap/body-form.ts';
import { concerns } from '../wrap/concerns.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post', 'oauth_token_post'] as const;

/** An unknown client is an exception. */
export const fault: Fault = {
  id: 'unknown-client-500',
  description: 'An unknown client is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    behaviour.preconditions.push((call, { store }) => {
      const id = bodyForm(call).get('client_id');
      if (concerns(operations, call) && id !== null && !store.clients.has(id))
        throw new Refusal(500, 'INTERNAL_ERROR', 'Internal Server Error');
    });
  },
};
