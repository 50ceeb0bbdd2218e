import fc from 'fast-check';

/** Letters that never need an escape. Text shrinks to the first. */
export const plainCharacters: readonly string[] = Array.from('abcxyzABCXYZ0189');

/**
 * Ordinary characters that implementations get wrong: blanks, quotes, special characters of URLs, forms, markup and
 * queries, right-to-left letters, combining marks, and characters outside the basic plane. A server has to keep all of
 * them as text. Each is one code point.
 */
export const difficultCharacters: readonly string[] = [
  ...Array.from(' "\'`\\/+%&=#?;:,<>(){}[]$@!|~^*._-'),
  ...Array.from('\u00E9\u00DF\u0130\u0131\u03A9\u0416\u4E2D\u3042\uAC00\uFF21\u00A0'),
  // Hebrew and Arabic letters, then combining marks: acute, diaeresis, keycap, Thai.
  ...Array.from('\u05D0\u05EA\u0627\u064A'),
  ...Array.from('\u0301\u0308\u20E3\u0E31'),
  // Four bytes in UTF-8 and two units in UTF-16.
  ...Array.from('\u{1F600}\u{1F680}\u{20000}\u{10400}\u{1D11E}'),
];

/**
 * Odd characters: valid Unicode that a server may refuse. Each group holds characters that are accepted, refused or
 * changed alike: NUL, other controls, line ends and blanks, separators and directional overrides, a byte order mark and
 * noncharacters.
 */
export const oddGroups: readonly (readonly string[])[] = [
  ['\u0000'],
  Array.from('\u0001\u0007\u0008\u001B\u007F\u009F'),
  Array.from('\t\n\r\u0085'),
  Array.from('\u2028\u2029\u202E\u2066'),
  Array.from('\uFEFF\uFFFE\uFFFF\u{1FFFF}\u{10FFFF}'),
];

export const oddCharacters: readonly string[] = oddGroups.flat();

const odd =
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFDD0-\uFDEF\p{Cn}\p{Co}\p{Cs}]/u;

/** Whether a text has a character that a server may refuse, even if the text is within the limits. */
export function isOddText(text: string): boolean {
  return odd.test(text);
}

const plain = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'));

/** A short path segment that needs no escape, with enough variants to tell two URIs apart. */
export const pathSegment: fc.Arbitrary<string> = fc.string({
  unit: plain,
  minLength: 1,
  maxLength: 8,
  size: 'max',
});

/**
 * Scope tokens (RFC 6749 section 3.3) of plain characters, some with the marks that scopes usually have. Without
 * `openid`, which asks for another protocol that a server need not have.
 */
export const scopeToken: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('all', 'read', 'write', 'vm:read', 'prism.users', 'urn:x:scope/1', 'a_b-c'),
  pathSegment,
);

/** A value in the form of an issued one, such as a code: too long to match one that the server did issue. */
export const inventedToken: fc.Arbitrary<string> = fc.noShrink(
  fc.string({ unit: plain, minLength: 32, maxLength: 32, size: 'max' }),
);
