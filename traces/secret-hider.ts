import { Buffer } from 'node:buffer';
import { canonicalText } from '../driver/canonical-text.ts';
import { findSecret } from '../driver/find-secret.ts';
import type { Disguise } from './disguise.ts';

/** Below this a value stands in too many words to be looked for everywhere. */
const shortestSought = 4;

/** How often base64 in base64 is unpacked. */
const deepest = 4;

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly secret: string;
}

/** Puts disguises in the place of secrets wherever they stand in a text: as they are, escaped, or in base64. */
export class SecretHider {
  readonly #disguise: Disguise;
  readonly #standIns: ReadonlyMap<string, string>;

  /** `standIns`: secrets of which not even length and alphabet are to be seen, each with what stands for it. */
  constructor(disguise: Disguise, standIns: ReadonlyMap<string, string>) {
    this.#disguise = disguise;
    this.#standIns = standIns;
  }

  hide(text: string, secrets: readonly string[]): string {
    const sought = [...this.#standIns.keys(), ...secrets].filter(({ length }) => length >= shortestSought);
    const hidden = this.#hideOnce(text, sought, 0);
    // What is left stands in a form that cannot be written anew: it is made unreadable.
    return hidden === text ? text : blot(hidden, sought);
  }

  #hideOnce(text: string, sought: readonly string[], depth: number): string {
    const parts: string[] = [];
    let done = 0;
    for (const hit of hitsIn(text, sought)) {
      if (hit.start < done) continue;
      const { from, to, shown } = this.#replacement(text, hit, { done, sought, depth });
      parts.push(text.slice(done, from), shown);
      done = to;
    }
    return parts.length === 0 ? text : [...parts, text.slice(done)].join('');
  }

  #replacement(
    text: string,
    { start, end, secret }: Hit,
    {
      done,
      sought,
      depth,
    }: { readonly done: number; readonly sought: readonly string[]; readonly depth: number },
  ): { readonly from: number; readonly to: number; readonly shown: string } {
    const source = text.slice(start, end);
    if (canonicalText(source).text === canonicalText(secret).text)
      return { from: start, to: end, shown: this.#standIns.get(secret) ?? this.#disguise.text(source) };
    const from = Math.max(done, wordStart(text, start));
    const to = wordEnd(text, end);
    const word = text.slice(from, to);
    const unpacked = depth < deepest ? unpack(word) : null;
    const hidden = unpacked === null ? null : this.#hideOnce(unpacked.text, sought, depth + 1);
    if (unpacked === null || hidden === null || hidden === unpacked.text)
      return { from: start, to: end, shown: this.#disguise.text(source) };
    return { from, to, shown: unpacked.pack(hidden) };
  }
}

/** The first, and the longest of those that begin together, comes first. */
function hitsIn(text: string, sought: readonly string[]): readonly Hit[] {
  if (sought.length === 0) return [];
  const canonical = canonicalText(text);
  return sought
    .flatMap((secret) => findSecret(secret, text, canonical).map(([start, end]) => ({ start, end, secret })))
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

function blot(text: string, sought: readonly string[]): string {
  let blotted = text;
  for (const { start, end } of hitsIn(text, sought))
    blotted = `${blotted.slice(0, start)}${'x'.repeat(end - start)}${blotted.slice(end)}`;
  return blotted;
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && /[A-Za-z\d+/_-]/.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

/** Further than the hit, which ends at a plus: in a canonical text that is a space. */
function wordEnd(text: string, start: number): number {
  if (text[start - 1] === '=') return start;
  const rest = /[A-Za-z\d+/_-]*={0,2}/y;
  rest.lastIndex = start;
  rest.exec(text);
  return Math.max(start, rest.lastIndex);
}

/** The bytes of a base64 word as Latin-1 text, and how to write others in the same way; null where it is none. */
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
