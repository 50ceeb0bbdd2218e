import fc from 'fast-check';

// A plain character that no difficult text contains, so that neighbours do not combine into something new.
const between = 'x';

/**
 * Ordinary texts that implementations change, as many in one value as fit into a length. Few values cover them all, and
 * each value begins and ends with one. Shrinks to a value with one of them.
 *
 * @param max in code points
 */
export function packedText(max: number): fc.Arbitrary<string> {
  return fc
    .constantFrom(...packs(max))
    .chain((texts) => fc.subarray([...texts], { minLength: 1 }))
    .map((texts) => texts.join(between));
}

function packs(max: number): readonly (readonly string[])[] {
  const made: string[][] = [[]];
  for (const text of difficultTexts) {
    const last = made.at(-1) ?? [];
    if (lengthOf([...last, text]) <= max) last.push(text);
    else made.push([text]);
  }
  return made;
}

function lengthOf(texts: readonly string[]): number {
  return Array.from(texts.join(between)).length;
}

/**
 * Ordinary texts that implementations change on the way: they trim, unescape, normalize or case-fold them, or take them
 * for a value of another type. Each is short and free of odd characters: a server has to keep them all.
 */
export const difficultTexts: readonly string[] = [
  // Blanks at either end and in a row.
  ...[' ', ' a', 'a ', 'a  b', '\u00A0a\u00A0', '\u3000a'],
  // Texts that look escaped, and must be neither escaped again nor unescaped.
  ...['&amp;', '&#39;', '<b>a</b>', '%41', '%2B', 'a+b', '\\n', '\\\\', '\\u0041', "''", '""', '=?utf-8?Q?'],
  // Texts that look like a value, number or name of another kind.
  ...['null', 'true', '0', '007', '1e3', '-1', 'NaN', '[]', '{}', '__proto__', 'constructor'],
  // Texts that look like a template, a path, a query or a comment.
  ...['${a}', '{{a}}', '{0}', '%s', '%%', '../a', 'a;b', '--', '/*', '*', "'or 1=1"],
  // One character in several spellings: composed, decomposed, compatibility, full width.
  ...['\u00E9', 'e\u0301', '\u212B', '\uFB01', '\u1100\u1161', '\uFF21', '\u00B2'],
  // Letters without a simple one-to-one case mapping.
  ...['\u00DF', '\u1E9E', '\u0130', '\u0131', '\u01C5', '\u03C2', '\u017F'],
  // Texts joined by invisible characters.
  ...['a\u200Bb', 'a\u200Db', '\u{1F468}\u200D\u{1F469}', '\u2764\uFE0F', '\u{1F1E9}\u{1F1EA}', 'a\u00ADb'],
];
