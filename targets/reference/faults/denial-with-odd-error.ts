import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An error is described in two lines, with quotes. */
export const fault: Fault = {
  id: 'denial-with-odd-error',
  description: 'An error is described in two lines, with quotes.',
  trips: ['authorize.error.characters'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) =>
      location.replace('error=access_denied', '$&&error_description=The%20user%0Asaid%20%22no%22'),
    );
  },
};
