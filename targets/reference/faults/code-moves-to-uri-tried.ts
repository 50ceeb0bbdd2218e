import type { Fault } from './fault.ts';

/** A redirect URI that fails for a code is good for it the next time. */
export const fault: Fault = {
  id: 'code-moves-to-uri-tried',
  description: 'A redirect URI that fails for a code is good for it the next time.',
  trips: ['code.redirect.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const tried = new Set<string>();
    behaviour.codeFitsRedirectUri = (code, redirectUri) => {
      const attempt = `${code.value} ${redirectUri}`;
      const fits = code.redirectUri === redirectUri || tried.has(attempt);
      tried.add(attempt);
      return fits;
    };
  },
};
