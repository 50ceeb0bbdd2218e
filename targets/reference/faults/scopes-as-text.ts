import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** The scopes of a generated token are one string, as in the token endpoint. */
export const fault: Fault = {
  id: 'scopes-as-text',
  description: 'The scopes of a generated token are one string, as in the token endpoint.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, ({ oauth_token: token, ...body }) => ({
      ...body,
      oauth_token: isJsonObject(token) ? { ...token, scopes: [token['scopes']].flat().join(' ') } : token,
    }));
  },
};
