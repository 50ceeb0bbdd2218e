import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Tokens are long and differ in 16 bits only. */
export const fault: Fault = {
  id: 'tokens-with-shared-prefix',
  description: 'Tokens are long and differ in 16 bits only.',
  trips: ['token.access.unguessable', 'token.refresh.unguessable'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const prefix = randomText(30);
    behaviour.newToken = (kind) => `${kind.slice(0, 1)}${prefix}${randomText(4)}`;
  },
};
