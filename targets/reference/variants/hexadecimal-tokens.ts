import { randomBytes } from 'node:crypto';
import type { Variant } from './variant.ts';

/** Tokens and codes are hexadecimal. */
export const variant: Variant = {
  id: 'hexadecimal-tokens',
  description: 'Tokens and codes are hexadecimal.',
  install: (behaviour) => {
    behaviour.newToken = () => randomBytes(20).toString('hex');
    behaviour.newCode = () => randomBytes(16).toString('hex');
  },
};
