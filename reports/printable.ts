const unprintable = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu;

/**
 * Text in which nothing is hidden and nothing steers a terminal: control and format characters, lone surrogates
 * and what XML 1.0 forbids show as `\u{…}`. Line ends become line feeds; line feeds and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(unprintable, escape);
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}

/** The same on one line of at most so many characters. */
export function clip(text: string, width: number): string {
  const characters = Array.from(printableLine(text));
  return characters.length <= width ? characters.join('') : `${characters.slice(0, width - 1).join('')}…`;
}

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
