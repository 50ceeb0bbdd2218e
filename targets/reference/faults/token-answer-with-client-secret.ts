import { onSuccess } from '../wrap/on-success.ts';
import { bodyForm } from '../wrap/body-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A token comes with the secret that it was asked for with. */
export const fault: Fault = {
  id: 'token-answer-with-client-secret',
  description: 'A token comes with the secret that it was asked for with.',
  trips: ['response.secret.not-repeated'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call) => ({
      ...body,
      client_secret: bodyForm(call).get('client_secret'),
    }));
  },
};
