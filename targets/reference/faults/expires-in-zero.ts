import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The lifetime is 0, for unlimited. */
export const fault: Fault = {
  id: 'expires-in-zero',
  description: 'The lifetime is 0, for unlimited.',
  trips: ['token.expires-in.positive'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, expires_in: 0 }));
  },
};
