import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Runs of white space become one space. */
export const fault: Fault = {
  id: 'spaces-collapsed',
  description: 'Runs of white space become one space.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.replace(/\s+/g, ' '));
  },
};
