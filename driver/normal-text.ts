import { Buffer } from 'node:buffer';
import { canonicalText } from './canonical-text.ts';

/** A text in the one form in which it is compared, with the place in the source from which each character comes. */
export interface NormalText {
  readonly text: string;
  /** Where the source of the characters from the first index to before the second begins and ends. */
  readonly spanOf: (first: number, end: number) => readonly [start: number, end: number];
}

/**
 * A text without escapes, in small letters, and without what may stand between the parts of a value that was written
 * otherwise: blanks, line ends and what has no glyph, the soft breaks of quoted-printable, and the signs that a form, a
 * shell and the alphabets of base64 put for one another. It is good for nothing but to be searched.
 */
export function normalText(source: string): NormalText {
  const canonical = canonicalText(source);
  const { text, starts } = canonical;
  const units = new Uint16Array(text.length);
  const places = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const shown = unit < 128 ? (ascii[unit] ?? 0) : fold(unit);
    if (shown === 0 || (unit === equals && isLineEnd(text, at + 1))) continue;
    units[length] = shown;
    places[length] = at;
    length += 1;
  }
  return {
    text: Buffer.from(units.buffer, 0, length * 2).toString('utf16le'),
    spanOf: (first, end) => [starts[places[first] ?? 0] ?? 0, starts[(places[end - 1] ?? 0) + 1] ?? 0],
  };
}

/** The normal form of a text that is looked for. */
export function normalForm(text: string): string {
  // Most secrets have nothing to take out, and there may be thousands of them.
  return /^[\w.~/:-]*$/.test(text)
    ? text.toLowerCase().replaceAll('_', '/').replaceAll('-', '')
    : normalText(text).text;
}

const equals = 0x3d;

/** What stands for each ASCII character; 0 for nothing. */
const ascii = Uint16Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (unit <= 0x20 || unit === 0x7f || `+-\\'`.includes(character)) return 0;
  return character === '_' ? 0x2f : character.toLowerCase().charCodeAt(0);
});

const unseen = /[\p{Z}\p{Cc}\p{Cf}\p{Co}]/u;

const folded = new Map<number, number>();

/** Letters whose cases are of different lengths stay as they are. */
function fold(unit: number): number {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  const lower = character.toUpperCase().toLowerCase();
  const made = unseen.test(character) ? 0 : lower.length === 1 ? lower.charCodeAt(0) : unit;
  folded.set(unit, made);
  return made;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');
}
