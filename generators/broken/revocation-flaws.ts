import fc from 'fast-check';
import type { BreakageKind } from '../breakage-kind.ts';
import type { Piece, SlotChange } from '../case.ts';
import { slot } from '../request/build-request.ts';
import { editQuery, withPair } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList } from './flaw.ts';
import { inventedValue } from './opaque-text.ts';

const changes: readonly SlotChange[] = [
  'truncated',
  'padded',
  'blank-appended',
  'case-swapped',
  'first-character-changed',
  'last-character-changed',
];

/**
 * Revokes a token that the target never gave, or nearly one that it gave: 404 by the contract. RFC 7009 section 2.2
 * has 200, which the rules on refusals know.
 */
export function unknownTokenFlaws(): readonly Flaw[] {
  const near = fc.constantFrom(...changes).map((change) => slot('generated.access_token', change));
  return [
    unknownToken('token.unknown', inventedValue(), 12),
    unknownToken('token.near-miss', near, enoughOfList(changes)),
  ];
}

function unknownToken(kind: BreakageKind, tokens: fc.Arbitrary<Piece>, enough: number): Flaw {
  return {
    breakage: { kind, at: 'query:token' },
    aspect: 'grant',
    expectation: 'refuse',
    enough,
    edits: tokens.map((token) => editQuery((pairs) => withPair(pairs, ['token', token]))),
  };
}
