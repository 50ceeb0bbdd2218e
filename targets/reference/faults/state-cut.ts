import { mapRedirect } from '../wrap/map-redirect.ts';
import type { Fault } from './fault.ts';

/** A state comes back with 255 characters at most. */
export const fault: Fault = {
  id: 'state-cut',
  description: 'A state comes back with 255 characters at most.',
  trips: ['authorize.state.echoed'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    mapRedirect(behaviour, (value) => value.slice(0, 255));
  },
};
