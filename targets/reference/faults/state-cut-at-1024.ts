import { mapRedirect } from '../wrap/map-redirect.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A state comes back with 1024 characters at most. */
export const fault: Fault = {
  id: 'state-cut-at-1024',
  description: 'A state comes back with 1024 characters at most.',
  trips: ['authorize.state.returned'],
  operations,
  install: (behaviour) => {
    mapRedirect(behaviour, (value) => value.slice(0, 1024));
  },
};
