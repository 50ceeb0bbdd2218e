import { Buffer } from 'node:buffer';

/** A text without its escapes, with the place in the source from which each of its characters comes. */
export interface CanonicalText {
  readonly text: string;
  /** One for each UTF-16 unit of `text`, and the length of the source as the last. */
  readonly starts: readonly number[];
}

/** Text that was escaped more often than this in a row is no accident of an implementation. */
const mostRounds = 8;

/**
 * Percent escapes, escapes of JSON and JavaScript, HTML references, UTF-8 that was read
 * as Latin-1, the zeros of UTF-16, and the plus of forms. Nothing in it repeats without bound, so that no
 * text costs more than its length. Case matters: without it, the first bytes of UTF-8 would be taken for one another.
 */
const escapes =
  /%([\da-fA-F]{2})|\\u([\da-fA-F]{4})|\\x([\da-fA-F]{2})|\\(["'\\/bfnrt])|&#(\d{1,7});|&#[xX]([\da-fA-F]{1,6});|&(amp|lt|gt|quot|apos);|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|\0|\+/g;

/**
 * Takes all escapes out of a text, and those that this uncovers. A text and all its escaped forms have the same
 * canonical text, which is all that it is good for: it also gives up backslashes and
 * single quotes, which a shell word is full of, and takes a plus for a space.
 */
export function canonicalText(source: string): CanonicalText {
  let current: CanonicalText = {
    text: source,
    starts: Array.from({ length: source.length + 1 }, (_, at) => at),
  };
  for (let round = 0; round < mostRounds; round += 1) {
    const next = replaceWithPlaces(current, escapes, unescape);
    if (next.text === current.text) break;
    current = next;
  }
  return replaceWithPlaces(current, /[\\']/g, () => '');
}

function replaceWithPlaces(
  { text, starts }: CanonicalText,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): CanonicalText {
  const parts: string[] = [];
  const places: number[] = [];
  let done = 0;
  const keep = (end: number): void => {
    parts.push(text.slice(done, end));
    for (let at = done; at < end; at += 1) places.push(starts[at] ?? 0);
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    const replaced = replacement(match);
    parts.push(replaced);
    for (let unit = 0; unit < replaced.length; unit += 1) places.push(starts[match.index] ?? 0);
    done = match.index + match[0].length;
  }
  keep(text.length);
  places.push(starts.at(-1) ?? 0);
  return { text: parts.join(''), starts: places };
}

const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(match: RegExpExecArray): string {
  const [whole, percent, unicode, hex, short, decimal, hexadecimal, name] = match;
  const unit = percent ?? unicode ?? hex;
  if (unit !== undefined) return String.fromCharCode(parseInt(unit, 16));
  if (short !== undefined) return escaped[short] ?? short;
  if (decimal !== undefined) return character(Number(decimal), whole);
  if (hexadecimal !== undefined) return character(parseInt(hexadecimal, 16), whole);
  if (name !== undefined) return references[name] ?? whole;
  if (whole === '+') return ' ';
  return whole === '\0' ? '' : fromUtf8(whole);
}

function character(point: number, otherwise: string): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : otherwise;
}

/** Overlong forms and surrogates are no UTF-8 and stay as they are. */
function fromUtf8(latin1: string): string {
  const text = Buffer.from(latin1, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? latin1 : text;
}
