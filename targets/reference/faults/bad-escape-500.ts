import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = [
  'oauth_revoke_token_post',
  'oauth_idp_callback_get',
  'oauth_authorize_post',
  'oauth_token_post',
] as const;

/** A bad percent escape is an exception. */
export const fault: Fault = {
  id: 'bad-escape-500',
  description: 'A bad percent escape is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, (call) =>
      /%(?![0-9a-f]{2})/i.test(`${call.query}${Buffer.from(call.body).toString()}`),
    );
  },
};
