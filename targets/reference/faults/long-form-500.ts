import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post', 'oauth_token_post'] as const;
const longest = 4096;

/** A form over 4 KiB makes the target fail. */
export const fault: Fault = {
  id: 'long-form-500',
  description: 'A form over 4 KiB makes the target fail.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, (call) => call.body.length > longest);
  },
};
