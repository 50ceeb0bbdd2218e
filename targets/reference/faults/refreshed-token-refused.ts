import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The access token of a refresh does not open the gateway. */
export const fault: Fault = {
  id: 'refreshed-token-refused',
  description: 'The access token of a refresh does not open the gateway.',
  trips: ['refresh.access-token.accepted'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call, { store }) => {
      if (bodyForm(call).get('grant_type') === 'refresh_token')
        store.tokens.delete(String(body['access_token']));
      return body;
    });
  },
};
