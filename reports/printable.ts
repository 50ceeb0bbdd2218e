import { randomBytes } from 'node:crypto';

/** The control characters by their numbers, without line feed and tab: to look ahead at each character takes twice as long. */
const unprintable = /[\0-\x08\v-\x1f\x7f-\x9f\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu;

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

/** What a text means, for those who see colours. */
export type Tone = 'good' | 'bad' | 'doubtful' | 'faint' | 'strong';

/** Gives text a colour, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  doubtful: [33, 39],
  faint: [2, 22],
  strong: [1, 22],
};

/** Stands for the escape character in colours of ours. Another in every process, so that no text can hold it. */
const seal = `\u001b${randomBytes(9).toString('base64url')}`;

/** Paint for a stream: colours on a terminal unless NO_COLOR is set and not empty (no-color.org), or it has none. */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const isWanted = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  return stream.isTTY === true && isWanted ? coloured : plain;
}

/** Leaves text as it is. */
export const plain: Paint = (_tone, text) => text;

/** Colours text with the basic ANSI codes, which every terminal knows, for {@link terminalText} to put in. */
export const coloured: Paint = (tone, text) => {
  const [on, off] = codes[tone];
  return `${seal}[${on}m${text}${seal}[${off}m`;
};

/** What may go to a terminal: colours of ours, and everything else as {@link printable} shows it. */
export function terminalText(text: string): string {
  return printable(text).replaceAll(printable(seal), '\u001b');
}
