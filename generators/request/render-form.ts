import type { BodyTemplate, Piece } from '../case.ts';
import { encodeText } from './encode-text.ts';
import { renderPairs } from './render-pairs.ts';
import { renderPiece } from './render-piece.ts';
import type { Slots } from './render-piece.ts';

/** The media type of a form that is written as multipart, with the boundary that rendering uses. */
export const multipartMediaType = 'multipart/form-data; boundary=conformance-boundary';

const delimiter = '--conformance-boundary';

/** Renders a form's pairs: as a form, or as JSON or multipart for a target that mistakes those for one. */
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
