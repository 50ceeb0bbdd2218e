import type { Fault } from './fault.ts';

/** Codes are numbers in sequence. */
export const fault: Fault = {
  id: 'codes-sequential',
  description: 'Codes are numbers in sequence.',
  trips: ['code.value.unguessable'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    let count = 0;
    behaviour.newCode = () => String(1_000_000 + ++count);
  },
};
