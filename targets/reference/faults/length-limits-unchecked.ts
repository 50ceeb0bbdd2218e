import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** No text is too long. */
export const fault: Fault = {
  id: 'length-limits-unchecked',
  description: 'No text is too long.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    behaviour.maxLength = { client_name: Infinity, client_description: Infinity };
  },
};
