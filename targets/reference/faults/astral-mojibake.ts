import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Characters beyond the BMP become replacement characters. */
export const fault: Fault = {
  id: 'astral-mojibake',
  description: 'Characters beyond the BMP become replacement characters.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) =>
      mapTexts(input, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd'));
  },
};
