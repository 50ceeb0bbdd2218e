import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** All access tokens are the same. */
export const fault: Fault = {
  id: 'access-tokens-constant',
  description: 'All access tokens are the same.',
  trips: ['token.access.unique'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const token = randomText(32);
    const make = behaviour.newToken;
    behaviour.newToken = (kind) => (kind === 'access_token' ? token : make(kind));
  },
};
