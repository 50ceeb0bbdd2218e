import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A name of up to 128 characters is accepted. */
export const fault: Fault = {
  id: 'name-limit-doubled',
  description: 'A name of up to 128 characters is accepted.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    behaviour.maxLength = { ...behaviour.maxLength, client_name: 128 };
  },
};
