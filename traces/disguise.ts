import { createHmac } from 'node:crypto';
import { canonicalText } from '../driver/secrets/canonical-text.ts';

/** Classes of characters. A character is replaced by one of its class, so that a value keeps its alphabet. */
const classes = ['0123456789', 'abcdef', 'ghijklmnopqrstuvwxyz'] as const;

/** After this many characters the substitutions repeat. */
const positions = 1024;

/**
 * Disguises secrets but keeps what matters for judging: their length and alphabet, which ones are equal, which begin
 * alike, and which differ in one place. At each position every letter and digit is replaced by another of its class, by
 * a key that is not stored: without the key the value cannot be recovered. Other characters are kept.
 */
export class Disguise {
  readonly #key: string;
  readonly #substitutions = new Map<number, ReadonlyMap<string, string>>();

  constructor(key: string) {
    this.#key = key;
  }

  /** Disguises a secret in a text under any escapes. The result is the same as without them, if possible. */
  text(raw: string): string {
    const { text, starts } = canonicalText(raw);
    const parts: string[] = [raw.slice(0, starts[0] ?? 0)];
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? '';
      const source = raw.slice(starts[at] ?? 0, starts[at + 1] ?? raw.length);
      const other = this.#character(at, character);
      // A letter with a needless escape is written without it.
      if (other === character) parts.push(source);
      else if (source.startsWith(character)) parts.push(`${other}${source.slice(character.length)}`);
      else parts.push(source.startsWith('%') ? encodeURIComponent(other) : other);
    }
    return parts.join('');
  }

  #character(at: number, character: string): string {
    if (character >= '\u0080')
      return /[\p{L}\p{N}]/u.test(character) ? this.#letter(at, character) : character;
    return this.#substitutionAt(at % positions).get(character) ?? character;
  }

  /** Letters beyond ASCII are rare in secrets: any other such letter will do. */
  #letter(at: number, character: string): string {
    const code = this.#bytes(`${at % positions}:${character}`)[0] ?? 0;
    return String.fromCharCode(0xe0 + (code % 16));
  }

  #substitutionAt(position: number): ReadonlyMap<string, string> {
    const known = this.#substitutions.get(position);
    if (known !== undefined) return known;
    const made = new Map<string, string>();
    const bytes = this.#bytes(String(position));
    let used = 0;
    for (const alphabet of classes) {
      const shuffled = Array.from(alphabet);
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = (bytes[used] ?? 0) % (last + 1);
        used += 1;
        [shuffled[last], shuffled[other]] = [shuffled[other] ?? '', shuffled[last] ?? ''];
      }
      for (const [index, character] of Array.from(alphabet).entries()) {
        const stands = shuffled[index] ?? character;
        made.set(character, stands);
        // Both cases of a letter get the same replacement, so that near misses in another case still match.
        made.set(character.toUpperCase(), stands.toUpperCase());
      }
    }
    this.#substitutions.set(position, made);
    return made;
  }

  #bytes(name: string): Uint8Array {
    return createHmac('sha512', this.#key).update(name).digest();
  }
}
