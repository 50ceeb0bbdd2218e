import type { Piece } from '../case.ts';
import { changeSlot } from './change-slot.ts';
import { RenderError } from './render-error.ts';

/** Values that the target chose, by slot name. */
export type Slots = ReadonlyMap<string, string>;

/** Renders a piece: text and slots through `encode`, raw text as it is. Throws a `RenderError` for an unknown slot. */
export function renderPiece(piece: Piece, slots: Slots, encode: (text: string) => string): string {
  if (typeof piece === 'string') return encode(piece);
  if ('raw' in piece) return piece.raw;
  const value = slots.get(piece.slot);
  if (value === undefined) throw new RenderError('slot-missing', piece.slot);
  return encode(piece.change === undefined ? value : changeSlot(value, piece.change));
}
