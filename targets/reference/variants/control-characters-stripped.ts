import { mapTexts } from '../wrap/map-texts.ts';
import type { Variant } from './variant.ts';

/** Control characters are left out of what is kept, and answered so. */
export const variant: Variant = {
  id: 'control-characters-stripped',
  description: 'Control characters are left out of what is kept, and answered so.',
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.replace(/\p{Cc}/gu, ''));
  },
};
