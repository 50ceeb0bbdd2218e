import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** CR LF becomes LF. */
export const fault: Fault = {
  id: 'line-ends-normalised',
  description: 'CR LF becomes LF.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.replace(/\r\n?/g, '\n'));
  },
};
