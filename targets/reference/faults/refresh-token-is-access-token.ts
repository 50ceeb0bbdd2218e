import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** Refresh and access token are the same. */
export const fault: Fault = {
  id: 'refresh-token-is-access-token',
  description: 'Refresh and access token are the same.',
  trips: ['token.pair.distinct'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, refresh_token: body['access_token'] }));
  },
};
