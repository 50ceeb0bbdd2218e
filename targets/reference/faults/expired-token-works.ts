import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A generated token works after its end. */
export const fault: Fault = {
  id: 'expired-token-works',
  description: 'A generated token works after its end.',
  trips: ['bearer.expired.refused'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const tokens = body['oauth_token'];
      const token = isJsonObject(tokens) ? store.tokens.get(String(tokens['access_token'])) : undefined;
      if (token !== undefined) store.addToken({ ...token, expiresAt: Infinity });
      return body;
    });
  },
};
