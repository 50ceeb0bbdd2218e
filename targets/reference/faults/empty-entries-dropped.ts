import { mapArrays } from '../wrap/map-arrays.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Empty entries of arrays are lost. */
export const fault: Fault = {
  id: 'empty-entries-dropped',
  description: 'Empty entries of arrays are lost.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapArrays(input, (array) => array.filter((entry) => entry !== ''));
  },
};
