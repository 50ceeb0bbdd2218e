import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A generated token has one scope more than asked for. */
export const fault: Fault = {
  id: 'generated-scopes-widened',
  description: 'A generated token has one scope more than asked for.',
  trips: ['generate.scope.within-asked'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => {
      const token = body['oauth_token'];
      return isJsonObject(token)
        ? { ...body, oauth_token: { ...token, scopes: [token['scopes'], 'all'].flat() } }
        : body;
    });
  },
};
