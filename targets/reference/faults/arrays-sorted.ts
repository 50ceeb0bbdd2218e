import { mapArrays } from '../wrap/map-arrays.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Arrays lose their order. */
export const fault: Fault = {
  id: 'arrays-sorted',
  description: 'Arrays lose their order.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapArrays(input, (array) => [...array].sort());
  },
};
