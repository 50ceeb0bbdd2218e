import { Buffer } from 'node:buffer';

/** A text without escapes, with the place in the source that each of its characters comes from. */
export interface CanonicalText {
  readonly text: string;
  /** One entry for each UTF-16 unit of `text`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** No implementation escapes a text more often than this by accident. */
const mostRounds = 8;

/**
 * Percent escapes, escapes of JSON, JavaScript and shells, HTML references, UTF-8 that was read as Latin-1, and the
 * zeros of UTF-16. No repetition is unbounded, so the cost of a text is linear in its length. Letter case is kept here,
 * since the bytes of UTF-8 depend on it.
 */
const escapes =
  /%([\da-fA-F]{2})|\\[uU]([\da-fA-F]{4})|\\[uU]\{([\da-fA-F]{1,6})\}|\\[xX]([\da-fA-F]{2})|\\([0-3][0-7]{2})|\\(["'\\/bfnrt])|&#(\d{1,7});|&#[xX]([\da-fA-F]{1,6});|&(amp|lt|gt|quot|apos|AMP|LT|GT|QUOT|APOS);|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|\0/g;

/**
 * Removes all escapes from a text, and those that this uncovers. A text and all its escaped forms have the same
 * canonical text.
 */
export function canonicalText(source: string): CanonicalText {
  const starts = new Uint32Array(source.length);
  const ends = new Uint32Array(source.length);
  for (let at = 0; at < source.length; at += 1) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return unescaped({ text: source, starts, ends });
}

/**
 * Unescapes a canonical text again after parts were removed from it. Returns it unchanged if there is nothing to do.
 */
export function unescaped(canonical: CanonicalText): CanonicalText {
  let current = canonical;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = unescapeOnce(current);
    if (next === null) break;
    current = next;
  }
  return current;
}

/** The characters that an escape may begin with; most texts have none. */
const beginsEscape = /[%\\&\xc2-\xf4\0]/;

/** Whether a text may have an escape, or something that becomes one when parts of it are removed. */
export function mayHoldEscape(text: string): boolean {
  return beginsEscape.test(text);
}

/** Null if there is no escape. No escape is shorter than what it stands for. */
function unescapeOnce(source: CanonicalText): CanonicalText | null {
  const { text, starts, ends } = source;
  if (!mayHoldEscape(text)) return null;
  let rest: Rest | null = null;
  let done = 0;
  for (const match of text.matchAll(escapes)) {
    const [whole] = match;
    const replaced = unescape(match);
    if (replaced === whole) continue;
    rest ??= new Rest(text.length);
    rest.keep(source, done, match.index);
    done = match.index + whole.length;
    rest.put(replaced, starts[match.index] ?? 0, ends[done - 1] ?? 0);
  }
  if (rest === null) return null;
  rest.keep(source, done, text.length);
  return rest.read();
}

/**
 * Collects the text while escapes are removed. Written element by element, since array views cost more than short
 * copies.
 */
class Rest {
  readonly #parts: string[] = [];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  constructor(most: number) {
    this.#starts = new Uint32Array(most);
    this.#ends = new Uint32Array(most);
  }

  /** Copies a part of the source unchanged. */
  keep({ text, starts, ends }: CanonicalText, from: number, end: number): void {
    if (from === end) return;
    this.#parts.push(text.slice(from, end));
    for (let at = from; at < end; at += 1) {
      this.#starts[this.#length] = starts[at] ?? 0;
      this.#ends[this.#length] = ends[at] ?? 0;
      this.#length += 1;
    }
  }

  /** Adds what an escape stands for. If it stands for nothing, it becomes part of the character before it. */
  put(replaced: string, start: number, end: number): void {
    if (replaced === '' && this.#length > 0) this.#ends[this.#length - 1] = end;
    this.#parts.push(replaced);
    for (let left = replaced.length; left > 0; left -= 1) {
      this.#starts[this.#length] = start;
      this.#ends[this.#length] = end;
      this.#length += 1;
    }
  }

  read(): CanonicalText {
    return {
      text: this.#parts.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
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

/** Overlong forms and surrogates are not valid UTF-8 and are kept. */
function fromUtf8(latin1: string): string {
  const text = Buffer.from(latin1, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? latin1 : text;
}
