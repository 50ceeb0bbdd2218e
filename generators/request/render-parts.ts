import type { BodyTemplate, Piece } from '../case.ts';
import { changeSlot } from './change-slot.ts';
import { RenderError } from './render-piece.ts';

const unreservedOnly = /^[A-Za-z0-9._~-]*$/;
const loneSurrogates = /[\uD800-\uDFFF]/gu;
const keptByEncodeUriComponent = /[!'()*]/g;

/**
 * Percent-encodes text as UTF-8. Keeps only the unreserved characters of RFC 3986 section 2.3, so that the result means
 * the same in a path, a query and a form. A lone surrogate, which has no UTF-8, becomes U+FFFD.
 */
export function encodeText(text: string): string {
  if (unreservedOnly.test(text)) return text;
  return encodeURIComponent(text.replace(loneSurrogates, '\uFFFD')).replace(
    keptByEncodeUriComponent,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

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

/** The media type of a form written as multipart, with the boundary used for rendering. */
export const multipartMediaType = 'multipart/form-data; boundary=conformance-boundary';

const delimiter = '--conformance-boundary';

/** Renders a form's pairs as a form. For a media type flaw, renders them as JSON or multipart. */
export function renderForm(
  { pairs, space, syntax }: Extract<BodyTemplate, { type: 'form' }>,
  slots: Slots,
): string {
  const text = (piece: Piece): string => renderPiece(piece, slots, (plain) => plain);
  if (syntax === undefined) return renderPairs(pairs, slots, space === '+' ? encodeFormText : encodeText);
  switch (syntax) {
    case 'json':
      return JSON.stringify(Object.fromEntries(pairs.map((pair) => pair.map(text))));
    case 'multipart':
      return [...pairs.map(([name, value]) => part(text(name), text(value))), `${delimiter}--\r\n`].join('');
  }
}

function encodeFormText(text: string): string {
  return encodeText(text).replaceAll('%20', '+');
}

/** RFC 7578 section 4.2. */
function part(name: string, value: string): string {
  return `${delimiter}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}
