import { Buffer } from 'node:buffer';
import { canonicalText } from '../driver/secrets/canonical-text.ts';
import { normalForm } from '../driver/secrets/normal-text.ts';
import { isPlaced, PlacedSecrets } from '../driver/secrets/placed-secrets.ts';
import { secretFields } from '../driver/secrets/redact-fields.ts';
import { SecretFinder } from '../driver/secrets/secret-finder.ts';
import type { Disguise } from './disguise.ts';

const names = [...secretFields.keys()].join('|');

/** A parameter of a query, form or URL; in other text its value ends at a quote or a tag. */
const parameter = new RegExp(`((?:^|[?&;#\\s])(${names})=)([^&;#\\s"'<>\\\\]+)`, 'g');

const member = new RegExp(`("(${names})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, 'gs');

/** Most texts have none of the names. */
const mayHold = new RegExp(names);

/** Changes the values under the names of secrets in a text: parameters, and text members of JSON. */
export function changeSecretValues(text: string, change: (name: string, raw: string) => string): string {
  if (!mayHold.test(text)) return text;
  const changed = (_all: string, before: string, name: string, raw: string): string =>
    before + (raw === '' ? raw : change(name, raw));
  return text.replace(parameter, changed).replace(member, changed);
}

/** Unescapes a value of a text; unchanged if its escapes are invalid. */
export function plainValue(raw: string): string {
  try {
    if (raw.includes('\\')) return String(JSON.parse(`"${raw}"`));
    return raw.includes('%') || raw.includes('+') ? decodeURIComponent(raw.replaceAll('+', ' ')) : raw;
  } catch {
    return raw;
  }
}

/** How many levels of nested base64 are decoded. */
const deepest = 4;

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly isEncoded: boolean;
}

/** The finder for a list of secrets. */
interface Search {
  readonly secrets: readonly string[];
  readonly finder: SecretFinder;
}

/** A secret that must be hidden completely, in the forms used for comparison, with its replacement. */
interface StandIn {
  readonly secret: string;
  readonly canonical: string;
  readonly normal: string;
  readonly isPlaced: boolean;
  readonly shown: string;
}

/** Replaces secrets by disguises wherever they occur in a text: literally, escaped, or in base64. */
export class SecretHider {
  readonly #disguise: Disguise;
  readonly #standIns: readonly StandIn[];
  readonly #known: readonly string[];
  readonly #placed: PlacedSecrets;
  /** The last search: the texts of a case share their secrets. */
  #search: Search | null = null;

  /**
   * `standIns`: secrets of which not even length and alphabet may be seen, each with its replacement; those that can be
   * recognized only by their place are hidden only there. `known` are texts that are not secret although secrets may
   * begin with them.
   */
  constructor(disguise: Disguise, standIns: ReadonlyMap<string, string>, known: readonly string[] = []) {
    this.#disguise = disguise;
    this.#standIns = [...standIns].map(([secret, shown]) => ({
      ...{ secret, shown, isPlaced: isPlaced(secret) },
      ...{ canonical: canonicalText(secret).text, normal: normalForm(secret) },
    }));
    this.#known = known;
    const placed = this.#standIns.filter((standIn) => standIn.secret !== '' && standIn.isPlaced);
    this.#placed = new PlacedSecrets(placed.map(({ secret }) => secret));
  }

  /** Consecutive calls with the same array of secrets share the cost of building the search. */
  hide(text: string, secrets: readonly string[]): string {
    const { finder } = this.#searchFor(secrets);
    const placed = this.#placed.hideNamed(text, this.#standIns[0]?.shown ?? '');
    const hidden = this.#hideOnce(placed, finder, 0);
    // Secrets that remain have a form that cannot be rewritten, so they are made unreadable.
    return hidden === placed ? placed : blot(hidden, finder);
  }

  #searchFor(secrets: readonly string[]): Search {
    if (this.#search?.secrets === secrets) return this.#search;
    const standIns = this.#standIns.flatMap((one) => (one.isPlaced ? [] : [one.secret]));
    const sought = [...standIns, ...secrets.filter((secret) => !isPlaced(secret))];
    this.#search = { secrets, finder: new SecretFinder(sought, this.#known) };
    return this.#search;
  }

  #hideOnce(text: string, finder: SecretFinder, depth: number): string {
    const parts: string[] = [];
    let done = 0;
    for (const hit of hitsIn(text, finder)) {
      if (hit.start < done) continue;
      const { from, to, shown } = this.#replacement(text, hit, { done, finder, depth });
      parts.push(text.slice(done, from), shown);
      done = to;
    }
    return parts.length === 0 ? text : [...parts, text.slice(done)].join('');
  }

  #replacement(
    text: string,
    { start, end, isEncoded }: Hit,
    { done, finder, depth }: { readonly done: number; readonly finder: SecretFinder; readonly depth: number },
  ): { readonly from: number; readonly to: number; readonly shown: string } {
    const source = text.slice(start, end);
    if (!isEncoded)
      return { from: start, to: end, shown: this.#standInFor(source) ?? this.#disguise.text(source) };
    const from = Math.max(done, wordStart(text, start));
    const to = wordEnd(text, end);
    const word = text.slice(from, to);
    const unpacked = depth < deepest ? unpack(word) : null;
    const hidden = unpacked === null ? null : this.#hideOnce(unpacked.text, finder, depth + 1);
    if (unpacked === null || hidden === null || hidden === unpacked.text)
      return { from: start, to: end, shown: this.#disguise.text(source) };
    return { from, to, shown: unpacked.pack(hidden) };
  }

  /**
   * The replacement of a secret that is written literally, in other letter case, or cut off: always the whole
   * replacement.
   */
  #standInFor(source: string): string | null {
    const { text } = canonicalText(source);
    const plain = normalForm(source);
    const found =
      this.#standIns.find(({ canonical }) => canonical === text) ??
      this.#standIns.find(
        ({ isPlaced, normal }) => !isPlaced && (normal.startsWith(plain) || plain.startsWith(normal)),
      );
    return found?.shown ?? null;
  }
}

/** Ordered by start; of those that start together, the longest comes first. */
function hitsIn(text: string, finder: SecretFinder): readonly Hit[] {
  const { plain, encoded } = finder.findsIn(text);
  return [
    ...plain.map(([start, end]) => ({ start, end, isEncoded: false })),
    ...encoded.map(([start, end]) => ({ start, end, isEncoded: true })),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
}

function blot(text: string, finder: SecretFinder): string {
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of finder.spansIn(text)) {
    parts.push(text.slice(done, start), 'x'.repeat(end - start));
    done = end;
  }
  return [...parts, text.slice(done)].join('');
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && /[A-Za-z\d+/_-]/.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

/** May be after the end of the hit, which ends at a plus: in a canonical text that is a space. */
function wordEnd(text: string, start: number): number {
  if (text[start - 1] === '=') return start;
  const rest = /[A-Za-z\d+/_-]*={0,2}/y;
  rest.lastIndex = start;
  rest.exec(text);
  return Math.max(start, rest.lastIndex);
}

/** The bytes of a base64 word as Latin-1 text, and how to encode others the same way; null if it is not base64. */
function unpack(word: string): { readonly text: string; readonly pack: (text: string) => string } | null {
  const encoding = /[-_]/.test(word) ? 'base64url' : 'base64';
  const padded = word.endsWith('=');
  const pack = (text: string): string => {
    const packed = Buffer.from(text, 'latin1').toString(encoding).replaceAll('=', '');
    return padded ? packed.padEnd(Math.ceil(packed.length / 4) * 4, '=') : packed;
  };
  const text = Buffer.from(word, encoding).toString('latin1');
  return pack(text).replaceAll('=', '') === word.replaceAll('=', '') ? { text, pack } : null;
}
