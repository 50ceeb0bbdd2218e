import { mapArrays } from '../wrap/map-arrays.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Arrays keep ten entries. */
export const fault: Fault = {
  id: 'arrays-cut-at-ten',
  description: 'Arrays keep ten entries.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapArrays(input, (array) => array.slice(0, 10));
  },
};
