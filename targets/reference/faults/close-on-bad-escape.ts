import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import { resetConnection } from '../wrap/reset-connection.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post', 'oauth_idp_callback_get'] as const;

/** A bad percent escape in the query ends the worker. */
export const fault: Fault = {
  id: 'close-on-bad-escape',
  description: 'A bad percent escape in the query ends the worker.',
  trips: ['robustness.connection.kept'],
  operations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) => concerns(operations, call) && /%(?![0-9a-f]{2})/i.test(call.query),
      resetConnection,
    );
  },
};
