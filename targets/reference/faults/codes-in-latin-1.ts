import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Codes hold characters that are not printable ASCII. */
export const fault: Fault = {
  id: 'codes-in-latin-1',
  description: 'Codes hold characters that are not printable ASCII.',
  trips: ['code.value.visible'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.newCode = () => `${randomText(24)}é\t`;
  },
};
