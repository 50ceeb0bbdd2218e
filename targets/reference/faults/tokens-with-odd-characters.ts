import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Tokens hold characters that are not printable ASCII. */
export const fault: Fault = {
  id: 'tokens-with-odd-characters',
  description: 'Tokens hold characters that are not printable ASCII.',
  trips: ['token.access.visible', 'token.refresh.visible'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.newToken = () => `${randomText(32)}\u00fc`;
  },
};
