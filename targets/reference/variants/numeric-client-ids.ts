import type { Variant } from './variant.ts';

/** Client ids are numbers in sequence. */
export const variant: Variant = {
  id: 'numeric-client-ids',
  description: 'Client ids are numbers in sequence.',
  install: (behaviour) => {
    let count = 4000;
    behaviour.newClientId = () => String(++count);
  },
};
