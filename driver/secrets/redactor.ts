import { marksIn } from '../../spec/quotation.ts';
import { normalForm } from './normal-text.ts';
import { PlacedSecrets } from './placed-secrets.ts';
import { isPublicWord } from './public-words.ts';
import type { RedactedText } from './redacted.ts';
import { SecretFinder, shortestFound } from './secret-finder.ts';

/** Replaces a secret. */
export const redactionMark = '[redacted]';

export interface Secrecy {
  readonly secrets: readonly string[];
  /** Texts that are not secret although secrets may begin with them: user names, ids. Default: none. */
  readonly known?: readonly string[];
  /** Texts that we have sent: a short value in them was not disclosed by the target. Default: none. */
  readonly sent?: readonly string[];
  /** Why nothing that a target chose can be shown; null if it can. Default: null. */
  readonly hidden?: string | null;
}

/** Removes the secrets of one case or run from texts. It is costly to create, and is shared by all these texts. */
export class Redactor {
  /** Why nothing that a target chose can be shown; null if it can. */
  readonly hidden: string | null;
  readonly secrets: readonly string[];
  readonly #secrecy: Secrecy;
  readonly #placed: PlacedSecrets;
  /** Secrets that consist only of signs are found only literally. */
  readonly #signs: readonly string[];
  readonly #sought: readonly string[];
  #finder: SecretFinder | null = null;
  #isSent: boolean | null = null;

  constructor(secrecy: Secrecy) {
    this.#secrecy = secrecy;
    this.hidden = secrecy.hidden ?? null;
    this.secrets = secrecy.secrets.filter((secret) => secret !== '');
    const placed = new Set(this.secrets.filter(isPlaced));
    this.#placed = new PlacedSecrets([...placed]);
    this.#signs = [...placed].filter(({ length }) => length >= shortestFound).filter(isOfSigns);
    this.#sought = this.secrets.filter((secret) => !placed.has(secret));
  }

  /**
   * Redacts a text of ours, which may include text of a target. Short secrets are removed only where a name marks them
   * as secret.
   */
  text(text: string): RedactedText {
    return shown(this.replace(text));
  }

  /** Redacts a text that a target chose, or a part of one. Short secrets are removed as whole values as well. */
  answer(text: string): RedactedText {
    const named = this.replace(text);
    this.#isSent ??= (this.#secrecy.sent ?? []).some((one) => this.#placed.isIn(one));
    return shown(this.#isSent ? named : this.#placed.hideWhole(named, redactionMark));
  }

  /** Removes secrets from a text and keeps the rest as it is. */
  replace(text: string): string {
    const named = this.#signs.reduce(
      (rest, signs) => rest.replaceAll(signs, redactionMark),
      this.#placed.hideNamed(text, redactionMark),
    );
    if (this.#sought.length === 0) return named;
    this.#finder ??= new SecretFinder(this.#sought, this.#secrecy.known ?? []);
    const parts: string[] = [];
    let done = 0;
    for (const [start, end] of this.#finder.spansIn(named)) {
      parts.push(named.slice(done, start), marksIn(named.slice(start, end)), redactionMark);
      done = end;
    }
    return [...parts, named.slice(done)].join('');
  }
}

function isOfSigns(secret: string): boolean {
  return normalForm(secret).length < shortestFound;
}

/** Whether a secret can be recognized only by its place. */
export function isPlaced(secret: string): boolean {
  return normalForm(secret).length < shortestFound || isPublicWord(secret.toLowerCase());
}

function shown(text: string): RedactedText {
  return showInvisible(text) as RedactedText;
}

/** Escapes characters that could control a terminal, and all other invisible ones. */
function showInvisible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Removes every secret from a single text, in all forms that `SecretFinder` knows. Escapes characters that could
 * control a terminal: control characters other than line feed and tab, direction marks, and whatever else is invisible.
 * For many texts with the same secrets use `Redactor`.
 */
export function redactText(text: string, secrets: readonly string[]): RedactedText {
  return new Redactor({ secrets }).answer(text);
}
