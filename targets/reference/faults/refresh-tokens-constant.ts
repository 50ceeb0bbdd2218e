import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** All refresh tokens are the same. */
export const fault: Fault = {
  id: 'refresh-tokens-constant',
  description: 'All refresh tokens are the same.',
  trips: ['token.refresh.unique'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const token = randomText(32);
    const make = behaviour.newToken;
    behaviour.newToken = (kind) => (kind === 'refresh_token' ? token : make(kind));
  },
};
