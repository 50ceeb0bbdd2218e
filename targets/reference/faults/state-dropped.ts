import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** The state does not come back. */
export const fault: Fault = {
  id: 'state-dropped',
  description: 'The state does not come back.',
  trips: ['authorize.state.echoed', 'authorize.state.returned'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) => location.replace(/&state=[^&]*/, ''));
  },
};
