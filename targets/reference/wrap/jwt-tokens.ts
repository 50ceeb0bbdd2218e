import { randomText } from '../behaviour.ts';
import type { Behaviour } from '../behaviour.ts';

/** Makes JSON Web Tokens of all tokens. */
export function jwtTokens(behaviour: Behaviour): void {
  behaviour.newToken = (kind) =>
    [
      { alg: 'RS256', typ: 'JWT' },
      { iss: 'prism', use: kind, jti: randomText(16) },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .concat(randomText(64))
      .join('.');
}
