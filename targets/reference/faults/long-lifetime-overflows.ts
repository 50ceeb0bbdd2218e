import { isJsonObject } from '../read-json.ts';
import { bodyMembers } from '../wrap/body-members.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A lifetime of more than 32 bits runs over, and the token has expired at once. */
export const fault: Fault = {
  id: 'long-lifetime-overflows',
  description: 'A lifetime of more than 32 bits runs over, and the token has expired at once.',
  trips: ['bearer.generated.accepted'],
  operations,
  install: (behaviour) => {
    const isExpired = behaviour.isExpired;
    const overflown = new Set<string>();
    onSuccess(behaviour, operations, (body, call) => {
      const token = body['oauth_token'];
      if (isJsonObject(token) && Number(bodyMembers(call)['expires_in']) >= 2 ** 31)
        overflown.add(String(token['access_token']));
      return body;
    });
    behaviour.isExpired = (token) => overflown.has(token.value) || isExpired(token);
  },
};
