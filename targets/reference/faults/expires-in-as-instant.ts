import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The lifetime is the instant of its end in milliseconds. */
export const fault: Fault = {
  id: 'expires-in-as-instant',
  description: 'The lifetime is the instant of its end in milliseconds.',
  trips: ['token.expires-in.positive'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, expires_in: Date.now() + 3_600_000 }));
  },
};
