import fc from 'fast-check';
import { difficultCharacters, oddGroups, plainCharacters } from './characters.ts';
import { difficultTexts } from './difficult-texts.ts';

/** Limits of a text's length, in code points. */
export interface TextLimits {
  readonly min?: number;
  readonly max?: number;
}

// Long enough for every pair of difficult neighbours, short enough to generate ten thousand a second. The limits
// themselves are reached by design: see `textOfLength`.
const usualMax = 12;

// Plain characters are listed three times, so that about half of all characters are plain and shrinking tries them
// first.
const ordinary = fc.constantFrom(
  ...plainCharacters,
  ...plainCharacters,
  ...plainCharacters,
  ...difficultCharacters,
);

/**
 * Text that every server has to accept and keep: no odd characters. Shrinks to plain letters. At times it is a text
 * that implementations are known to get wrong and that random characters would hardly spell.
 */
export function ordinaryText({ min = 0, max = usualMax }: TextLimits = {}): fc.Arbitrary<string> {
  const most = Math.max(min, Math.min(max, usualMax));
  const drawn = drawnText(Math.min(min, most), most);
  const difficult = difficultTexts.filter((text) => isWithin(text, min, most));
  if (difficult.length === 0) return drawn;
  return fc.oneof({ weight: 4, arbitrary: drawn }, { weight: 1, arbitrary: fc.constantFrom(...difficult) });
}

const visible = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCharCode(0x20 + index));
const vschar = fc.constantFrom(
  ...plainCharacters.filter((character) => visible.includes(character)),
  ...visible,
);

/** Text of VSCHAR alone, which is what a state is made of (RFC 6749 appendix A.5): a server may refuse any other. */
export function vscharText({ min = 0, max = usualMax }: TextLimits = {}): fc.Arbitrary<string> {
  return fc.string({ unit: vschar, minLength: min, maxLength: Math.max(min, max), size: 'max' });
}

/** States of a careful client: hard to guess (RFC 6749 section 10.10). Some targets refuse shorter ones. */
export const carefulState = vscharText({ min: 22, max: 40 });

function drawnText(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: ordinary, minLength, maxLength, size: 'max' });
}

function isWithin(text: string, min: number, max: number): boolean {
  const length = Array.from(text).length;
  return length >= min && length <= max;
}

// A line end of two characters.
const lineEnd = '\r\n';

/**
 * Text with at least one odd character: within the limits, but a server may refuse it. It holds several of one group,
 * so that few cases cover all of them.
 */
export function oddText({ min = 1, max = usualMax }: TextLimits = {}): fc.Arbitrary<string> {
  const most = Math.max(1, Math.min(max, usualMax));
  const padding = 'a'.repeat(Math.max(0, min - 1));
  // Each may be two code points long.
  const fitting = Math.max(1, Math.floor((most - padding.length) / 2));
  const room = Math.max(0, Math.floor((most - padding.length - 2 * fitting) / 2));
  const groups = oddGroups.map((group) => (group.includes('\n') && most > 1 ? [...group, lineEnd] : group));
  const some = groups.map((group) =>
    fc.subarray([...group], { minLength: 1, maxLength: Math.min(group.length, fitting) }),
  );
  return fc
    .tuple(drawnText(0, room), fc.oneof(...some), drawnText(0, room))
    .map(([before, odd, after]) => `${before}${odd.join('')}${after}${padding}`);
}

/** The alphabets of sized text: only characters of different widths show what unit a length is counted in. */
export const widths = {
  /** One byte, one UTF-16 unit. */
  ascii: ['a', 'Z', '0'],
  /** Two or three bytes, one unit. */
  wide: ['\u00E9', '\u4E2D', '\u05D0'],
  /** Four bytes, two units. */
  astral: ['\u{1F600}', '\u{20000}', '\u{10400}'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Text with exactly this many code points, all of one width. */
export function textOfLength(length: number, width: keyof typeof widths = 'ascii'): fc.Arbitrary<string> {
  return fc.constantFrom(...widths[width]).map((character) => character.repeat(length));
}
