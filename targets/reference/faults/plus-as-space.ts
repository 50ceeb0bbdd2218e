import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A plus sign becomes a space, as if JSON were a form. */
export const fault: Fault = {
  id: 'plus-as-space',
  description: 'A plus sign becomes a space, as if JSON were a form.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.replaceAll('+', ' '));
  },
};
