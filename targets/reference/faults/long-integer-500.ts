import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post', 'oauth_generate_token_post'] as const;

/** An integer of thousands of digits is an exception. */
export const fault: Fault = {
  id: 'long-integer-500',
  description: 'An integer of thousands of digits is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, ({ body }) => /(?<!\d)\d{4301}/.test(Buffer.from(body).toString()));
  },
};
