import { isJsonObject } from '../read-json.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A generated token lives for an hour, whatever was asked for. */
export const fault: Fault = {
  id: 'generated-lifetime-ignored',
  description: 'A generated token lives for an hour, whatever was asked for.',
  trips: ['generate.lifetime.within-asked'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => {
      const token = body['oauth_token'];
      return isJsonObject(token) ? { ...body, oauth_token: { ...token, expires_in: 3600 } } : body;
    });
  },
};
