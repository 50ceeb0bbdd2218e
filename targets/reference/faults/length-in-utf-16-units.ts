import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Lengths count UTF-16 units, so that a character beyond the BMP counts as two. */
export const fault: Fault = {
  id: 'length-in-utf-16-units',
  description: 'Lengths count UTF-16 units, so that a character beyond the BMP counts as two.',
  trips: ['request.valid.accepted'],
  operations: namingOperations,
  install: (behaviour) => {
    behaviour.textLength = (text) => text.length;
  },
};
