import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The scope of a token is an array, as in generate_token. */
export const fault: Fault = {
  id: 'scope-as-array',
  description: 'The scope of a token is an array, as in generate_token.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => ({ ...body, scope: String(body['scope']).split(' ') }));
  },
};
