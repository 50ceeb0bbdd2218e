import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A registered redirect URI is taken for a regular expression. */
export const fault: Fault = {
  id: 'redirect-uri-as-pattern',
  description: 'A registered redirect URI is taken for a regular expression.',
  trips: ['authorize.redirect.exact'],
  operations,
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) =>
      given === registered || new RegExp(`^${registered.replaceAll('?', '\\?')}$`).test(given);
  },
};
