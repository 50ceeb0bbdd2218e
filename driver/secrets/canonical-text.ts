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

/** What every escape begins with: most texts have none of it. */
const beginsEscape = /[%\\&\xc2-\xf4\0]/;

/** Whether there may be something to take out of a text, or something that becomes an escape once parts of it are left out. */
export function mayHoldEscape(text: string): boolean {
  return beginsEscape.test(text);
}

/** Null where there is nothing to take out. No escape is shorter than what it stands for. */
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

/** What is left of a text while escapes are taken out. Written place by place: views of arrays cost more than short copies. */
class Rest {
  readonly #parts: string[] = [];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  constructor(most: number) {
    this.#starts = new Uint32Array(most);
    this.#ends = new Uint32Array(most);
  }

  /** Takes over a part of the source as it is. */
  keep({ text, starts, ends }: CanonicalText, from: number, end: number): void {
    if (from === end) return;
    this.#parts.push(text.slice(from, end));
    for (let at = from; at < end; at += 1) {
      this.#starts[this.#length] = starts[at] ?? 0;
      this.#ends[this.#length] = ends[at] ?? 0;
      this.#length += 1;
    }
  }

  /** Takes what an escape stands for; what stands for nothing belongs to what is before it. */
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

/** Overlong forms and surrogates are no UTF-8 and stay as they are. */
function fromUtf8(latin1: string): string {
  const text = Buffer.from(latin1, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? latin1 : text;
}
