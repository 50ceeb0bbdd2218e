import fc from 'fast-check';

// Plain, and no part of any of them, so that neighbours make nothing new.
const between = 'x';

/**
 * Ordinary texts that implementations change, as many in one value as fit into a length: few values hold them all, and
 * each begins and ends with one. Shrinks to a value with one of them.
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
 * Ordinary texts that implementations change on their way: trimmed, unescaped, normalised, folded or taken for a value
 * of another type. Each is short, and free of odd characters: a server has to keep them all.
 */
export const difficultTexts: readonly string[] = [
  // Blanks at either end and in a row.
  ...[' ', ' a', 'a ', 'a  b', '\u00A0a\u00A0', '\u3000a'],
  // What looks escaped, and must neither be escaped again nor unescaped.
  ...['&amp;', '&#39;', '<b>a</b>', '%41', '%2B', 'a+b', '\\n', '\\\\', '\\u0041', "''", '""', '=?utf-8?Q?'],
  // What looks like a value, a number or a name of another kind.
  ...['null', 'true', '0', '007', '1e3', '-1', 'NaN', '[]', '{}', '__proto__', 'constructor'],
  // What looks like a template, a path, a query or a comment.
  ...['${a}', '{{a}}', '{0}', '%s', '%%', '../a', 'a;b', '--', '/*', '*', "'or 1=1"],
  // One character in several spellings: composed, decomposed, for compatibility, full width.
  ...['\u00E9', 'e\u0301', '\u212B', '\uFB01', '\u1100\u1161', '\uFF21', '\u00B2'],
  // Case that does not fold by pairs.
  ...['\u00DF', '\u1E9E', '\u0130', '\u0131', '\u01C5', '\u03C2', '\u017F'],
  // Joined by characters that nobody sees.
  ...['a\u200Bb', 'a\u200Db', '\u{1F468}\u200D\u{1F469}', '\u2764\uFE0F', '\u{1F1E9}\u{1F1EA}', 'a\u00ADb'],
];
