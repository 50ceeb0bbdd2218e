import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Tokens have 32 random bits. */
export const fault: Fault = {
  id: 'tokens-short',
  description: 'Tokens have 32 random bits.',
  trips: ['token.access.unguessable', 'token.refresh.unguessable'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.newToken = () => randomText(4);
  },
};
