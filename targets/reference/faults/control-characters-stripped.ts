import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Control characters are lost. */
export const fault: Fault = {
  id: 'control-characters-stripped',
  description: 'Control characters are lost.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.replace(/\p{Cc}/gu, ''));
  },
};
