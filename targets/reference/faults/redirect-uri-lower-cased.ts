import type { Fault } from './fault.ts';

/** The redirect URI is lower-cased. */
export const fault: Fault = {
  id: 'redirect-uri-lower-cased',
  description: 'The redirect URI is lower-cased.',
  trips: ['authorize.location.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) => locate(uri.toLowerCase(), parameters);
  },
};
