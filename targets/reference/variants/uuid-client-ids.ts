import { randomUUID } from 'node:crypto';
import type { Variant } from './variant.ts';

/** Client ids are UUIDs. */
export const variant: Variant = {
  id: 'uuid-client-ids',
  description: 'Client ids are UUIDs.',
  install: (behaviour) => {
    behaviour.newClientId = () => randomUUID();
  },
};
