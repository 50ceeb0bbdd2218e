import { randomBytes } from 'node:crypto';

/**
 * The control characters by code point. A lookahead at each character would take twice as long. Line feed and tab are
 * not included.
 */
const unprintable = /[\0-\x08\v-\x1f\x7f-\x9f\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu;

/**
 * Text that hides nothing and cannot control a terminal: control and format characters, lone surrogates and characters
 * that XML 1.0 forbids are shown as `\u{…}`. Line ends become line feeds. Line feeds and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(unprintable, escape);
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}

/** The same on one line, cut to at most `width` characters. */
export function clip(text: string, width: number): string {
  const characters = Array.from(printableLine(text));
  return characters.length <= width ? characters.join('') : `${characters.slice(0, width - 1).join('')}…`;
}

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** What a colour expresses. */
export type Tone = 'good' | 'bad' | 'doubtful' | 'faint' | 'strong';

/** Colours text, or returns it unchanged. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  doubtful: [33, 39],
  faint: [2, 22],
  strong: [1, 22],
};

/** Stands for the escape character in our own colours. It is random per process, so that no text can contain it. */
const seal = `\u001b${randomBytes(9).toString('base64url')}`;

/**
 * The Paint for a stream: colours on a terminal, unless NO_COLOR is set and not empty (no-color.org) or TERM is `dumb`.
 */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const isWanted = (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  return stream.isTTY === true && isWanted ? coloured : plain;
}

/** Returns text unchanged. */
export const plain: Paint = (_tone, text) => text;

/**
 * Colours text with the basic ANSI codes, which every terminal supports. {@link terminalText} inserts the escape
 * characters.
 */
export const coloured: Paint = (tone, text) => {
  const [on, off] = codes[tone];
  return `${seal}[${on}m${text}${seal}[${off}m`;
};

/** Text that is safe to write to a terminal: our own colours, and everything else as {@link printable} shows it. */
export function terminalText(text: string): string {
  return printable(text).replaceAll(printable(seal), '\u001b');
}
