import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The access token of a code does not open the gateway, that of generate_token does. */
export const fault: Fault = {
  id: 'redeemed-token-refused',
  description: 'The access token of a code does not open the gateway, that of generate_token does.',
  trips: ['bearer.redeemed.accepted'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      store.tokens.delete(String(body['access_token']));
      return body;
    });
  },
};
