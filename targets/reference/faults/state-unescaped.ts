import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** The state comes back without percent-encoding of what a query sets apart. */
export const fault: Fault = {
  id: 'state-unescaped',
  description: 'The state comes back without percent-encoding of what a query sets apart.',
  trips: ['authorize.state.echoed'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) =>
      location.replace(/%(?:2B|26|3D|25)/g, decodeURIComponent),
    );
  },
};
