import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post', 'oauth_token_post'] as const;

/** Two separators in a row in a form make the target fail. */
export const fault: Fault = {
  id: 'empty-pair-500',
  description: 'Two separators in a row in a form make the target fail.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, (call) => Buffer.from(call.body).includes('&&'));
  },
};
