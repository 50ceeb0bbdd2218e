import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A description of 1001 characters is accepted. */
export const fault: Fault = {
  id: 'description-limit-off-by-one',
  description: 'A description of 1001 characters is accepted.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    behaviour.maxLength = { ...behaviour.maxLength, client_description: 1001 };
  },
};
