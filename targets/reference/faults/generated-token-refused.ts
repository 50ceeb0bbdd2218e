import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A generated access token does not open the gateway. */
export const fault: Fault = {
  id: 'generated-token-refused',
  description: 'A generated access token does not open the gateway.',
  trips: ['bearer.generated.accepted'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const token = body['oauth_token'];
      if (isJsonObject(token)) store.tokens.delete(String(token['access_token']));
      return body;
    });
  },
};
