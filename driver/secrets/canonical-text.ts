import { Buffer } from 'node:buffer';

/** A text without its escapes, with the place in the source from which each of its characters comes. */
export interface CanonicalText {
  readonly text: string;
  /** One for each UTF-16 unit of `text`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Text that was escaped more often than this in a row is no accident of an implementation. */
const mostRounds = 8;

/**
 * Percent escapes, escapes of JSON, JavaScript and shells, HTML references, UTF-8 that was read as Latin-1, and the
 * zeros of UTF-16. Nothing in it repeats without bound, so that no text costs more than its length. The bytes of UTF-8
 * are told by their case, so nothing is folded here.
 */
const escapes =
  /%([\da-fA-F]{2})|\\[uU]([\da-fA-F]{4})|\\[uU]\{([\da-fA-F]{1,6})\}|\\[xX]([\da-fA-F]{2})|\\([0-3][0-7]{2})|\\(["'\\/bfnrt])|&#(\d{1,7});|&#[xX]([\da-fA-F]{1,6});|&(amp|lt|gt|quot|apos|AMP|LT|GT|QUOT|APOS);|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|\0/g;

/** Takes all escapes out of a text, and those that this uncovers: a text and all its escaped forms have one canonical text. */
export function canonicalText(source: string): CanonicalText {
  const starts = new Uint32Array(source.length);
  const ends = new Uint32Array(source.length);
  for (let at = 0; at < source.length; at += 1) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return unescaped({ text: source, starts, ends });
}

/** The same for a text that is canonical but for what has been taken out of it. Itself where there is nothing to do. */
export function unescaped(canonical: CanonicalText): CanonicalText {
  let current = canonical;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = unescapeOnce(current);
    if (next === null) break;
    current = next;
  }
  return current;
}

/** Null where there is nothing to take out. No escape is shorter than what it stands for. */
function unescapeOnce({ text, starts, ends }: CanonicalText): CanonicalText | null {
  const parts: string[] = [];
  const to = { starts: new Uint32Array(text.length), ends: new Uint32Array(text.length) };
  let length = 0;
  let done = 0;
  const keep = (end: number): void => {
    parts.push(text.slice(done, end));
    to.starts.set(starts.subarray(done, end), length);
    to.ends.set(ends.subarray(done, end), length);
    length += end - done;
  };
  for (const match of text.matchAll(escapes)) {
    const [whole] = match;
    const replaced = unescape(match);
    if (replaced === whole) continue;
    keep(match.index);
    done = match.index + whole.length;
    parts.push(replaced);
    to.starts.fill(starts[match.index] ?? 0, length, length + replaced.length);
    to.ends.fill(ends[done - 1] ?? 0, length, length + replaced.length);
    length += replaced.length;
    // What stands for nothing belongs to what is before it.
    if (replaced === '' && length > 0) to.ends[length - 1] = ends[done - 1] ?? 0;
  }
  if (done === 0) return null;
  keep(text.length);
  return { text: parts.join(''), starts: to.starts.subarray(0, length), ends: to.ends.subarray(0, length) };
}

const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(match: RegExpExecArray): string {
  const [whole, percent, unicode, point, hex, octal, short, decimal, hexadecimal, name] = match;
  const unit = percent ?? unicode ?? hex;
  if (unit !== undefined) return String.fromCharCode(parseInt(unit, 16));
  if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
  if (short !== undefined) return escaped[short] ?? short;
  if (decimal !== undefined) return character(Number(decimal), whole);
  const digits = point ?? hexadecimal;
  if (digits !== undefined) return character(parseInt(digits, 16), whole);
  if (name !== undefined) return references[name.toLowerCase()] ?? whole;
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
