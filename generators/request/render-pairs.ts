import type { Piece } from '../case.ts';
import { renderPiece } from './render-piece.ts';
import type { Slots } from './render-piece.ts';

/** Renders the pairs of a query or a form as `name=value`, joined with `&`. */
export function renderPairs(
  pairs: readonly (readonly [name: Piece, value: Piece])[],
  slots: Slots,
  encode: (text: string) => string,
): string {
  return pairs
    .map(([name, value]) => `${renderPiece(name, slots, encode)}=${renderPiece(value, slots, encode)}`)
    .join('&');
}
