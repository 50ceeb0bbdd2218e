import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Blanks at the ends do not count for a length. */
export const fault: Fault = {
  id: 'length-of-trimmed-text',
  description: 'Blanks at the ends do not count for a length.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    const { textLength } = behaviour;
    behaviour.textLength = (text) => textLength(text.trim());
  },
};
