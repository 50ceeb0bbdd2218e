import { splitAt } from '../split-at.ts';
import type { Fault } from './fault.ts';

/** A client secret is compared up to its first NUL. */
export const fault: Fault = {
  id: 'client-secret-cut-at-nul',
  description: 'A client secret is compared up to its first NUL.',
  trips: ['token.secret.checked'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.secretMatches = (given, right) => splitAt(given, '\0')[0] === right;
  },
};
