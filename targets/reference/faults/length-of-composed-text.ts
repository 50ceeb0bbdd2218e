import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A letter and its accent count as one. */
export const fault: Fault = {
  id: 'length-of-composed-text',
  description: 'A letter and its accent count as one.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    const { textLength } = behaviour;
    behaviour.textLength = (text) => textLength(text.normalize('NFC'));
  },
};
