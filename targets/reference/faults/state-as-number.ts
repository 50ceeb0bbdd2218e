import { mapRedirect } from '../wrap/map-redirect.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A state that looks like a number comes back as one. */
export const fault: Fault = {
  id: 'state-as-number',
  description: 'A state that looks like a number comes back as one.',
  trips: ['authorize.state.returned'],
  operations,
  install: (behaviour) => {
    mapRedirect(behaviour, (value) => (/^\d+$/.test(value) ? String(Number(value)) : value));
  },
};
