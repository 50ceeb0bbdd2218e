import { changeLocation } from '../wrap/change-location.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** The code is empty. */
export const fault: Fault = {
  id: 'code-empty',
  description: 'The code is empty.',
  trips: ['authorize.code.present'],
  operations,
  install: (behaviour) => {
    changeLocation(behaviour, operations, (location) => location.replace(/([?&]code=)[^&]*/, '$1'));
  },
};
