import { onCall } from '../wrap/on-call.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_revoke_token_post', 'oauth_idp_callback_get'] as const;

/** Of a repeated query parameter the last counts. */
export const variant: Variant = {
  id: 'repeated-query-last-wins',
  description: 'Of a repeated query parameter the last counts.',
  install: (behaviour) => {
    onCall(behaviour, operations, (call) =>
      /%(?![0-9a-f]{2})/i.test(call.query)
        ? call
        : {
            ...call,
            query: new URLSearchParams(Object.fromEntries(new URLSearchParams(call.query))).toString(),
          },
    );
  },
};
