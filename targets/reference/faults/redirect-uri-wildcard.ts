import type { Fault } from './fault.ts';

/** A star in a registered redirect URI stands for anything. */
export const fault: Fault = {
  id: 'redirect-uri-wildcard',
  description: 'A star in a registered redirect URI stands for anything.',
  trips: ['authorize.redirect.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.redirectUriMatches = (given, registered) => {
      const [start = '', end] = registered.split('*');
      return given === registered || (end !== undefined && given.startsWith(start) && given.endsWith(end));
    };
  },
};
