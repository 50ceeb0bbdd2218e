import { editQuery, withPair } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { inventedValue } from './opaque-text.ts';

/**
 * Revokes a token that the target never gave: 404 by the contract. RFC 7009 section 2.2 has 200, which the rules on
 * refusals know.
 */
export function unknownTokenFlaws(): readonly Flaw[] {
  return [
    {
      breakage: { kind: 'token.unknown', at: 'query:token' },
      aspect: 'grant',
      expectation: 'refuse',
      enough: 12,
      edits: inventedValue().map((token) => editQuery((pairs) => withPair(pairs, ['token', token]))),
    },
  ];
}
