import { mapTexts } from '../wrap/map-texts.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** UTF-8 is read as ISO 8859-1. */
export const fault: Fault = {
  id: 'text-as-latin-1',
  description: 'UTF-8 is read as ISO 8859-1.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => Buffer.from(text).toString('latin1'));
  },
};
