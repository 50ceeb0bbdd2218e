import { mapRedirect } from '../wrap/map-redirect.ts';
import type { Fault } from './fault.ts';

/** Spaces at the ends of a state are lost. */
export const fault: Fault = {
  id: 'state-trimmed',
  description: 'Spaces at the ends of a state are lost.',
  trips: ['authorize.state.echoed'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    mapRedirect(behaviour, (value) => value.trim());
  },
};
