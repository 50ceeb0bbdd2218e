import { mapRedirect } from '../wrap/map-redirect.ts';
import type { Fault } from './fault.ts';

/** The state comes back percent-encoded twice. */
export const fault: Fault = {
  id: 'state-escaped-twice',
  description: 'The state comes back percent-encoded twice.',
  trips: ['authorize.state.echoed'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    mapRedirect(behaviour, (value, name) => (name === 'state' ? encodeURIComponent(value) : value));
  },
};
