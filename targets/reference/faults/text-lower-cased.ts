import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Texts are lower-cased. */
export const fault: Fault = {
  id: 'text-lower-cased',
  description: 'Texts are lower-cased.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.toLowerCase());
  },
};
