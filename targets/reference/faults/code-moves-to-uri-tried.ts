import { onSecondTry } from '../wrap/on-second-try.ts';
import type { Fault } from './fault.ts';

/** A redirect URI that fails for a code is good for it the next time. */
export const fault: Fault = {
  id: 'code-moves-to-uri-tried',
  description: 'A redirect URI that fails for a code is good for it the next time.',
  trips: ['code.redirect.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const passes = onSecondTry();
    behaviour.codeFitsRedirectUri = (code, redirectUri) =>
      passes(`${code.value} ${redirectUri}`, code.redirectUri === redirectUri);
  },
};
