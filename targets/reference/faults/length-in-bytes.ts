import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Lengths count bytes of UTF-8. */
export const fault: Fault = {
  id: 'length-in-bytes',
  description: 'Lengths count bytes of UTF-8.',
  trips: ['request.valid.accepted'],
  operations: namingOperations,
  install: (behaviour) => {
    behaviour.textLength = (text) => Buffer.byteLength(text);
  },
};
