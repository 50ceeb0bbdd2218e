import { randomBytes } from 'node:crypto';
import type { Variant } from './variant.ts';

/** Client secrets are Base64, with the characters that a form sets apart. */
export const variant: Variant = {
  id: 'base64-secrets',
  description: 'Client secrets are Base64, with the characters that a form sets apart.',
  install: (behaviour) => {
    behaviour.newClientSecret = () => `${randomBytes(30).toString('base64')}+/=`;
  },
};
