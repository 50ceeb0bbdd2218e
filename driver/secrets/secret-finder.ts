import { Buffer } from 'node:buffer';
import type { Needle } from './needle-automaton.ts';
import { NeedleSearch, type Span } from './needle-search.ts';
import { canonicalText, type CanonicalText } from './canonical-text.ts';
import { normalForm, normalTexts } from './normal-text.ts';
import { publicBeginnings } from './public-words.ts';
import { spellingsOf } from './spellings.ts';

/** Fewer characters of an escaped or encoded secret would match by chance. */
export const shortestFound = 4;

/** A word that may be base64, and is long enough to contain an escaped text. */
const packed = /[A-Za-z\d+/_-]{16,}={0,2}/g;

/** How many levels of nested base64 are decoded. */
const deepest = 3;

/** Bytes that do not occur at the beginning of a text. */
const unlikely = /^[^]{0,48}?[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** Fewer characters, split by blanks, would match by chance across the ends of words. */
const shortestSplit = 6;

/** This much of the beginning of a secret counts as a secret: a text that was cut may show it. */
const shortestBeginning = 8;

/**
 * Finds secrets in a text, all in one pass and in every form in which they may be shown: literally, in other letter
 * case, split by blanks and line ends, under any mixture and number of the escapes that `canonicalText` knows, as
 * hexadecimal, and inside base64 of either alphabet at any offset. A secret may be complete, or cut off after eight
 * characters or more.
 */
export class SecretFinder {
  readonly #plain: NeedleSearch;
  readonly #encoded: NeedleSearch;
  /** The most signs that are ignored in comparison at either end of a secret. */
  readonly #edge: number;
  /** Whether a short secret contains blanks. */
  readonly #hasBlanks: boolean;

  /**
   * `known` are texts that are not secret although secrets may begin with them, such as ids. They do not count as cut
   * secrets.
   */
  constructor(secrets: readonly string[], known: readonly string[] = []) {
    const beginnings = [...publicBeginnings, ...known].map((text) => normalForm(text));
    const spelt = secrets.flatMap(spellingsOf);
    this.#plain = new NeedleSearch(spelt.flatMap((secret) => needleOf(secret, beginnings)));
    this.#encoded = new NeedleSearch(spelt.flatMap(encodedNeedles));
    this.#hasBlanks = secrets.some(
      (secret) => /\s/.test(secret) && normalForm(secret).length < shortestSplit,
    );
    this.#edge = secrets.reduce((most, secret) => Math.max(most, edgeOf(secret)), 0);
  }

  /** In order and not overlapping. */
  spansIn(source: string): readonly Span[] {
    const { plain, encoded } = this.findsIn(source);
    return encoded.length === 0 ? plain : joined([...plain, ...encoded]);
  }

  /** Literal or escaped secrets, and those in hexadecimal or base64, which may overlap them. */
  findsIn(source: string, depth = 0): { readonly plain: readonly Span[]; readonly encoded: readonly Span[] } {
    const plain: Span[] = [];
    const encoded: Span[] = [];
    const canonical = canonicalText(source);
    for (const { text, starts, ends } of normalTexts(canonical)) {
      for (const [first, end] of this.#plain.spansIn(text)) {
        const [start, stop] = [starts[first] ?? 0, ends[end - 1] ?? 0];
        const isShort = !this.#hasBlanks && end - first < shortestSplit;
        if (!isShort || !/\s/.test(source.slice(start, stop)))
          plain.push(this.#withEdges(source, start, stop));
      }
      for (const [first, end] of this.#encoded.spansIn(text))
        encoded.push([starts[first] ?? 0, endOfWord(source, ends[end - 1] ?? 0)]);
    }
    if (depth < deepest) encoded.push(...this.#packedIn(canonical, depth + 1));
    return { plain: joined(plain), encoded: joined(encoded) };
  }

  /** Words of base64 that contain a secret escaped, or in base64 once more. They must be decoded to find it. */
  #packedIn({ text, starts, ends }: CanonicalText, depth: number): readonly Span[] {
    const spans: Span[] = [];
    for (const { 0: word, index } of text.matchAll(packed)) {
      const holds = unpacked(word).some((inner) => {
        const { plain, encoded } = this.findsIn(inner, depth);
        return plain.length + encoded.length > 0;
      });
      if (holds) spans.push([starts[index] ?? 0, ends[index + word.length - 1] ?? 0]);
    }
    return spans;
  }

  #withEdges(source: string, start: number, end: number): Span {
    let [first, last] = [start, end];
    for (let left = this.#edge; left > 0 && isSign(source[first - 1]); left -= 1) first -= 1;
    for (let left = this.#edge; left > 0 && isSign(source[last]); left -= 1) last += 1;
    return [first, last];
  }
}

/**
 * What a word of base64 may stand for. Its offset in a group of four is unknown. Bytes that are not text are left out.
 */
function unpacked(word: string): readonly string[] {
  return [0, 1, 2, 3].flatMap((offset) => {
    const text = Buffer.from(word.slice(offset), 'base64').toString('latin1');
    return unlikely.test(text) || !/[%\\&]|[A-Za-z\d+/_-]{16}/.test(text) ? [] : [text];
  });
}

function needleOf(secret: string, beginnings: readonly string[]): readonly Needle[] {
  const text = normalForm(secret);
  if (text.length < shortestFound) return [];
  const shared = beginnings.reduce((most, beginning) => Math.max(most, commonLength(text, beginning)), 0);
  return [{ text, shortest: Math.min(text.length, ownBeginning(secret, text, shared)) }];
}

/** How many characters reveal a secret: eight after a beginning that many texts share, or after a user or version. */
function ownBeginning(secret: string, text: string, shared: number): number {
  const colon = text.lastIndexOf(':', shortestBeginning * 2) + 1;
  const open = Math.max(colon, shared < shortestFound ? 0 : shared);
  // Signs that are ignored in comparison count as characters as well.
  const own = normalForm(secret.slice(0, shortestBeginning)).length;
  return open === 0 ? Math.max(own, shortestSplit) : open + shortestBeginning;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function encodedNeedles(secret: string): readonly Needle[] {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = [
    { text: bytes.toString('hex'), shortest: shortestBeginning * 2 },
    ...base64Cores(bytes).map((text) => ({ text, shortest: Math.floor((shortestBeginning * 8) / 6) })),
  ];
  return forms.flatMap(({ text, shortest }) => {
    const needle = normalForm(text.replaceAll('+', '-'));
    if (bytes.length < shortestFound || needle.length < shortestFound) return [];
    return [{ text: needle, shortest: Math.min(needle.length, shortest) }];
  });
}

/** The base64 characters that depend on the secret alone, for each of its three offsets in a group of three bytes. */
function base64Cores(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const first = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    return Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(first, end);
  });
}

/** The rest of a word of base64 holds the last bits of the secret. */
function endOfWord(text: string, start: number): number {
  const rest = /(?:[A-Za-z\d/_+-]|%2[BbFf]|\\\/)*(?:=|%3[Dd]){0,2}/y;
  rest.lastIndex = start;
  rest.exec(text);
  return Math.max(start, rest.lastIndex);
}

/**
 * Signs that are ignored in comparison, except blanks, and backslashes, which mostly belong to an escape after them.
 */
function isSign(character: string | undefined): boolean {
  return character !== undefined && `+-'`.includes(character);
}

function edgeOf(secret: string): number {
  const [before = ''] = /^[+\-']*/.exec(secret) ?? [];
  let after = 0;
  while (after < secret.length && isSign(secret.at(-1 - after))) after += 1;
  return Math.max(before.length, after);
}

function joined(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted(([one], [other]) => one - other);
  const apart: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = apart.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
