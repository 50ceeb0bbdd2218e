import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A state comes back that was not sent. */
export const fault: Fault = {
  id: 'state-always',
  description: 'A state comes back that was not sent.',
  trips: ['authorize.state.echoed'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) =>
      location.includes('state=') ? location : `${location}&state=`,
    );
  },
};
