import type { Fault } from './fault.ts';

/** Of the redirect URI of a code only the host counts. */
export const fault: Fault = {
  id: 'code-redirect-uri-by-host',
  description: 'Of the redirect URI of a code only the host counts.',
  trips: ['code.redirect.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.codeFitsRedirectUri = (code, uri) =>
      URL.canParse(uri) && new URL(uri).host === new URL(code.redirectUri).host;
  },
};
