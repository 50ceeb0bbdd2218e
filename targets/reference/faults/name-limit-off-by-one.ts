import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A name of 64 characters is too long. */
export const fault: Fault = {
  id: 'name-limit-off-by-one',
  description: 'A name of 64 characters is too long.',
  trips: ['request.valid.accepted'],
  operations: namingOperations,
  install: (behaviour) => {
    behaviour.maxLength = { ...behaviour.maxLength, client_name: 63 };
  },
};
