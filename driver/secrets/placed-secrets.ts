import { Buffer } from 'node:buffer';
import { canonicalText, type CanonicalText } from './canonical-text.ts';
import { normalForm } from './normal-text.ts';
import { isConstant, isPublicWord } from './public-words.ts';
import { SecretFinder, shortestFound } from './secret-finder.ts';
import { spellingsOf } from './spellings.ts';
import type { Span } from './needle-search.ts';

/** What introduces a password: its name, and what may separate the two. */
const between = String.raw`["'\\=:>\s+]{1,6}`;
const password = String.raw`(?:pass(?:word|wd|phrase|code)?|pwd)`;
const others = String.raw`(?:client_secret|secret|credentials?|login|[a-z]*_?token|code)`;
const sign = String.raw`\s?["'\\]{0,4}\s?[=:]`;
const named = String.raw`(?:\b${password}${between}(?:(?:is|was)\s)?|\b${others}${sign}${between.replace('{1,6}', '{0,6}')})`;

/** The marks of a quotation that is cut later also enclose a value. */
const marks = String.raw`\u{E0F0}-\u{E0F3}`;
/** Where a whole value begins: after a quote, a sign or a tag, at the beginning of a line, or behind a user name. */
const before = String.raw`(?<=(?:["'>=${marks}]|^|^[\w-]{1,60}:\s?)(?:[\w.@-]{1,64}:)?)`;
/** Where the value ends. The name of a member is not a value. */
const after = String.raw`(?=["'](?!\s?:)|[<&;${marks}]|\s*$)`;

/** A word is no part of a name, an address or a path, no name of a header, member or parameter, and no bare value of JSON. */
const wordStart = String.raw`(?<![\p{L}\p{N}_./@-])(?!^[\w-]+:\s)(?!(?<=[[:,]\s?)(?:\d+|true|false|null)\s?[,}\]])`;
const wordEnd = String.raw`(?![\p{L}\p{N}_@/=-]|\.\p{L}|["']\s?:)`;

/** The name that a value stands under: of a member, a parameter or a header. */
const nameBefore = /(?<![\w.-])([\w.-]{1,60})["']?\s?[=:]\s?["']?$/;
/** The longest list in whose items its name is looked for, in characters. */
const longestList = 400;

/** Where a text stands that a target chose. */
export interface ValuePlace {
  /** The name of its member or header; empty if it is not known. A value in it may have a name of its own. */
  readonly name: string;
  /** The names under which the case itself sent a value that equals a secret, in lower case. */
  readonly sentUnder: ReadonlySet<string>;
}

/**
 * Secrets that are too short, or too common a word, to be removed everywhere: that would damage every other word, and
 * the gaps would reveal them. They are recognized by their place. What counts as a leak of them is
 *
 * - any value behind the name of a secret, in any text, ours included;
 * - a whole value of an answer: of a member, parameter, cookie, header, attribute, element or line, alone or behind a
 *   user name, under all escapes, in base64 and hexadecimal. It is no leak under a name for which the contract fixes this
 *   value, or under which the case sent it: the case comes from a seed that knows no password, and hiding it there would
 *   tell that the password is the same;
 * - from four characters on, the word in an answer, unless the contract or HTTP has it: in `the secret is wrong` nobody
 *   can tell whether a password is meant, and the gap would tell it.
 *
 * No leaks are names, and JSON numbers and booleans that have no secret's name: `true` is not the password `true`.
 */
export class PlacedSecrets {
  readonly #named: RegExp | null = null;
  readonly #whole: RegExp | null = null;
  readonly #packed: RegExp | null = null;
  readonly #word: RegExp | null = null;
  /** Used for encoded secrets only, which do not occur by chance. */
  readonly #finder: SecretFinder | null = null;

  constructor(secrets: readonly string[]) {
    if (secrets.length === 0) return;
    const forms = anyOf(secrets);
    this.#named = new RegExp(String.raw`(?<=${named})${forms}(?![\p{L}\p{N}])`, 'giu');
    this.#whole = new RegExp(`${before}${forms}${after}`, 'gimu');
    this.#packed = new RegExp(`${before}(?:${secrets.flatMap(packed).join('|')})={0,2}${after}`, 'gmu');
    const telling = secrets.filter((secret) => normalForm(secret).length >= shortestFound);
    if (telling.length > 0) this.#finder = new SecretFinder(telling);
    const words = telling.filter((secret) => !isPublicWord(secret));
    if (words.length > 0) this.#word = new RegExp(`${wordStart}${anyOf(words)}${wordEnd}`, 'gimu');
  }

  /** The names under which one of them is a whole value in a text, in lower case. */
  namesIn(text: string): readonly string[] {
    if (this.#whole === null) return [];
    const canonical = canonicalText(text);
    return [...canonical.text.matchAll(this.#whole)].map(({ index }) => nameAt(canonical.text, index));
  }

  /** Replaces a secret by the mark where the name before it shows that it is one. */
  hideNamed(text: string, mark: string): string {
    if (this.#named === null) return text;
    const canonical = canonicalText(text);
    return replaced(text, spansOf(canonical, this.#named), mark);
  }

  /** Replaces secrets by the mark in a text that a target chose. */
  hideValues(text: string, mark: string, place: ValuePlace): string {
    if (this.#whole === null || this.#packed === null) return text;
    const canonical = canonicalText(text);
    const isLeak = (value: string, at: number): boolean => {
      const name = nameAt(canonical.text, at) || place.name.toLowerCase();
      return !place.sentUnder.has(name) && !isConstant(name, value);
    };
    const spans = [
      ...spansOf(canonical, this.#whole, isLeak),
      ...spansOf(canonical, this.#packed),
      ...(this.#word === null ? [] : spansOf(canonical, this.#word, isLeak)),
      ...(this.#finder?.findsIn(text).encoded ?? []),
    ];
    return replaced(text, spans, mark);
  }
}

/** Whether a secret can be recognized only by its place, since it would occur in many texts by chance. */
export function isPlaced(secret: string): boolean {
  return normalForm(secret).length < shortestFound || isPublicWord(secret) || isWord(secret);
}

/** A longer word or number is in no text by chance. */
const longestWord = 15;
/** A word with a number, such as `oauth2` or `base64`. */
const longestNumbered = 7;

/** A word or number of one letter case, as any text may have it. */
function isWord(secret: string): boolean {
  const text = secret.normalize('NFC');
  return (
    (text.length <= longestWord && /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+|\d+)$/u.test(text)) ||
    (text.length <= longestNumbered && /^\p{L}+\d+$/u.test(text))
  );
}

/** In lower case; empty if there is none. The items of a list stand under the name of the list. */
function nameAt(text: string, at: number): string {
  const end = /[[,]\s?["']?$/.test(text.slice(Math.max(0, at - 3), at)) ? listStart(text, at) : at;
  return (nameBefore.exec(text.slice(Math.max(0, end - 66), end))?.[1] ?? '').toLowerCase();
}

function listStart(text: string, at: number): number {
  const head = text.slice(Math.max(0, at - longestList), at);
  const list = /\[[^\][{}]*$/.exec(head);
  return list === null ? at : at - head.length + list.index;
}

function spansOf(
  { text, starts, ends }: CanonicalText,
  sought: RegExp,
  isLeak: (value: string, at: number) => boolean = () => true,
): readonly Span[] {
  return [...text.matchAll(sought)]
    .filter(({ 0: value, index }) => value !== '' && isLeak(value, index))
    .map(({ 0: value, index }) => [starts[index] ?? 0, ends[index + value.length - 1] ?? 0]);
}

function replaced(text: string, spans: readonly Span[], mark: string): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    if (start >= done) parts.push(text.slice(done, start), mark);
    done = Math.max(done, end);
  }
  return [...parts, text.slice(done)].join('');
}

/**
 * An expression for secrets in a text without escapes; the longest is tried first. A form writes a blank as `+`. Of a
 * backslash nothing may be left, since it escapes the quote after it.
 */
function anyOf(secrets: readonly string[]): string {
  const all = secrets.flatMap(spellingsOf).map((secret) => canonicalText(secret).text);
  const longestFirst = all.toSorted((one, other) => other.length - one.length);
  return `(?:${longestFirst.map((text) => literal(text).replaceAll(' ', '[ +]').replaceAll('\\\\', '\\\\*')).join('|')})`;
}

/** A secret in base64 of either alphabet, without padding, and in hexadecimal. */
function packed(secret: string): readonly string[] {
  return spellingsOf(secret).flatMap((text) => {
    const bytes = Buffer.from(text);
    const base64 = bytes.toString('base64').replaceAll('=', '');
    const hex = bytes.toString('hex');
    return [base64, bytes.toString('base64url'), hex, hex.toUpperCase()].map(literal);
  });
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
