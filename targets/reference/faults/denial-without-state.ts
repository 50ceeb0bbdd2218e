import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** The state does not come back with an error. */
export const fault: Fault = {
  id: 'denial-without-state',
  description: 'The state does not come back with an error.',
  trips: ['authorize.state.echoed'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) =>
      location.replace(/([?&]error=[^&?]*)&state=[^&]*/, '$1'),
    );
  },
};
