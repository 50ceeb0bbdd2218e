import type { Fault } from './fault.ts';

/** The redirect URI is rewritten by a URL parser. */
export const fault: Fault = {
  id: 'redirect-uri-normalised',
  description: 'The redirect URI is rewritten by a URL parser.',
  trips: ['authorize.location.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) => locate(new URL(uri).href, parameters);
  },
};
