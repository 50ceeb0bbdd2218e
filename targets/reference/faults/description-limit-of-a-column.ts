import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A description over 255 characters is too long. */
export const fault: Fault = {
  id: 'description-limit-of-a-column',
  description: 'A description over 255 characters is too long.',
  trips: ['request.valid.accepted'],
  operations: namingOperations,
  install: (behaviour) => {
    behaviour.maxLength = { ...behaviour.maxLength, client_description: 255 };
  },
};
