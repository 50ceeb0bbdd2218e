import { mapArrays } from '../wrap/map-arrays.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Equal entries of arrays become one. */
export const fault: Fault = {
  id: 'arrays-deduplicated',
  description: 'Equal entries of arrays become one.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapArrays(input, (array) => [...new Set(array)]);
  },
};
