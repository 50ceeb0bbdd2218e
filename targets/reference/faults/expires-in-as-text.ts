import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The lifetime of a token is a string. */
export const fault: Fault = {
  id: 'expires-in-as-text',
  description: 'The lifetime of a token is a string.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, expires_in: String(body['expires_in']) }));
  },
};
