import type { Fault } from './fault.ts';

/** Any redirect URI is accepted. */
export const fault: Fault = {
  id: 'redirect-uri-unchecked',
  description: 'Any redirect URI is accepted.',
  trips: ['authorize.redirect.exact', 'authorize.code.to-registered', 'authorize.refused.no-redirect'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = () => true;
  },
};
