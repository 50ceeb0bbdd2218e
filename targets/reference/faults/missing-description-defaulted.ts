import { onJson } from '../wrap/on-json.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A missing description becomes the empty text. */
export const fault: Fault = {
  id: 'missing-description-defaulted',
  description: 'A missing description becomes the empty text.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    onJson(behaviour, namingOperations, (members) => ({ client_description: '', ...members }));
  },
};
