import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Texts end at a NUL, as in C. */
export const fault: Fault = {
  id: 'text-ends-at-null',
  description: 'Texts end at a NUL, as in C.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.split('\0')[0] ?? '');
  },
};
