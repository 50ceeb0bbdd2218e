import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Texts are brought into Unicode NFC. */
export const fault: Fault = {
  id: 'text-normalised',
  description: 'Texts are brought into Unicode NFC.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.normalize('NFC'));
  },
};
