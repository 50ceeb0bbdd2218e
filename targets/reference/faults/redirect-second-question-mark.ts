import type { Fault } from './fault.ts';

/** A second question mark follows the query of the redirect URI. */
export const fault: Fault = {
  id: 'redirect-second-question-mark',
  description: 'A second question mark follows the query of the redirect URI.',
  trips: ['authorize.location.exact'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) => `${uri}${locate('', parameters)}`;
  },
};
