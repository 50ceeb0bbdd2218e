import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

/** Codes have 24 random bits. */
export const fault: Fault = {
  id: 'codes-short',
  description: 'Codes have 24 random bits.',
  trips: ['code.value.unguessable'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.newCode = () => randomText(3);
  },
};
