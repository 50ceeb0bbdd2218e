import fc from 'fast-check';
import { difficultCharacters, oddCharacters, plainCharacters } from './characters.ts';

/** How long text may be, in code points. */
export interface TextLimits {
  readonly min?: number;
  readonly max?: number;
}

// Long enough for every pair of difficult neighbours, short enough to be made by the ten thousand a second.
// The limits themselves are reached by design: see `textOfLength`.
const usualMax = 12;

// Thrice, so that about half of all characters are plain and shrinking has them at hand first.
const ordinary = fc.constantFrom(
  ...plainCharacters,
  ...plainCharacters,
  ...plainCharacters,
  ...difficultCharacters,
);

/** Text that every server has to take and keep: no odd characters. Shrinks to plain letters. */
export function ordinaryText({ min = 0, max = usualMax }: TextLimits = {}): fc.Arbitrary<string> {
  const most = Math.max(min, Math.min(max, usualMax));
  return fc.string({ unit: ordinary, minLength: Math.min(min, most), maxLength: most, size: 'max' });
}

/** Text with at least one odd character: within the limits, but a server may refuse it. */
export function oddText({ min = 1, max = usualMax }: TextLimits = {}): fc.Arbitrary<string> {
  const room = Math.max(0, Math.min(max, usualMax) - 1);
  const padding = 'a'.repeat(Math.max(0, min - 1));
  const half = Math.max(0, Math.floor((room - padding.length) / 2));
  return fc
    .tuple(ordinaryText({ max: half }), fc.constantFrom(...oddCharacters), ordinaryText({ max: half }))
    .map(([before, character, after]) => `${before}${character}${after}${padding}`);
}

/** The alphabets of sized text: what a length is counted in shows only where these differ. */
export const widths = {
  /** One byte, one UTF-16 unit. */
  ascii: ['a', 'Z', '0'],
  /** Two or three bytes, one unit. */
  wide: ['\u00E9', '\u4E2D', '\u05D0'],
  /** Four bytes, two units. */
  astral: ['\u{1F600}', '\u{20000}', '\u{10400}'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Text of exactly so many code points, all of one width. */
export function textOfLength(length: number, width: keyof typeof widths = 'ascii'): fc.Arbitrary<string> {
  return fc.constantFrom(...widths[width]).map((character) => character.repeat(length));
}
