import { randomText } from '../behaviour.ts';
import type { Variant } from './variant.ts';

/** Tokens are JSON Web Tokens. */
export const variant: Variant = {
  id: 'jwt-tokens',
  description: 'Tokens are JSON Web Tokens.',
  install: (behaviour) => {
    behaviour.newToken = (kind) =>
      [
        { alg: 'RS256', typ: 'JWT' },
        { iss: 'prism', use: kind, jti: randomText(16) },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .concat(randomText(64))
        .join('.');
  },
};
