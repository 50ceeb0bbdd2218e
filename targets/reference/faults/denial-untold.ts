import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A denial sends the user back without a word to the client. */
export const fault: Fault = {
  id: 'denial-untold',
  description: 'A denial sends the user back without a word to the client.',
  trips: ['authorize.denial.told'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) => location.replace('error=access_denied', 'denied=1'));
  },
};
