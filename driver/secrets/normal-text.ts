import { Buffer } from 'node:buffer';
import { canonicalText, mayHoldEscape, unescaped, type CanonicalText } from './canonical-text.ts';

/**
 * A text without escapes, in lower case, and without what may separate the parts of a rewritten value: blanks, line
 * ends and invisible characters, the soft line breaks of quoted-printable, and the signs that a form, a shell and the
 * alphabets of base64 substitute for one another. It is only good for searching. If escapes appear only when blanks are
 * removed, there is a second text without these: what follows a blank may not be part of an escape.
 */
export function normalTexts(canonical: CanonicalText): readonly CanonicalText[] {
  const { text } = canonical;
  if (!mayHoldEscape(text))
    return [kept(canonical, (unit, at) => (isBreak(unit, text, at) ? 0 : normalUnit(unit)))];
  const closed = kept(canonical, (unit, at) => (isBreak(unit, text, at) ? 0 : unit));
  const whole = unescaped(closed);
  return (whole === closed ? [closed] : [closed, whole]).map((one) => kept(one, normalUnit));
}

/** Maps each unit of a text to another one; 0 removes it. */
function kept(
  { text, starts, ends }: CanonicalText,
  unitFor: (unit: number, at: number) => number,
): CanonicalText {
  const units = new Uint16Array(text.length);
  const to = { starts: new Uint32Array(text.length), ends: new Uint32Array(text.length) };
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = unitFor(text.charCodeAt(at), at);
    if (unit === 0) continue;
    units[length] = unit;
    to.starts[length] = starts[at] ?? 0;
    to.ends[length] = ends[at] ?? 0;
    length += 1;
  }
  return {
    text: Buffer.from(units.buffer, 0, length * 2).toString('utf16le'),
    starts: to.starts.subarray(0, length),
    ends: to.ends.subarray(0, length),
  };
}

function normalUnit(unit: number): number {
  return unit < 128 ? (ascii[unit] ?? 0) : fold(unit);
}

/** Blanks and line ends, and the sign that makes a line end a soft one. */
function isBreak(unit: number, text: string, at: number): boolean {
  return unit <= 0x20 || (unit === equals && isLineEnd(text, at + 1));
}

/** The normal form of a text to search for. */
export function normalForm(text: string): string {
  // Most secrets have nothing to remove, and there may be thousands of them.
  return /^[\w.~/:-]*$/.test(text)
    ? text.toLowerCase().replaceAll('_', '/').replaceAll('-', '')
    : (normalTexts(canonicalText(text))[0]?.text ?? '');
}

const equals = 0x3d;

/** The replacement of each ASCII character; 0 removes it. */
const ascii = Uint16Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (unit <= 0x20 || unit === 0x7f || `+-\\'`.includes(character)) return 0;
  return character === '_' ? 0x2f : character.toLowerCase().charCodeAt(0);
});

const unseen = /[\p{Z}\p{Cc}\p{Cf}\p{Co}]/u;

const folded = new Map<number, number>();

/** Letters are kept if their upper and lower case differ in length. */
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
