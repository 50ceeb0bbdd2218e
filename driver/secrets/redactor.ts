import { marksIn } from '../../spec/quotation.ts';
import { normalForm } from './normal-text.ts';
import type { Span } from './needle-search.ts';
import { isPlaced, PlacedSecrets } from './placed-secrets.ts';
import type { RedactedText } from './redacted.ts';
import { SecretFinder, shortestFound } from './secret-finder.ts';

/** Replaces a secret. */
export const redactionMark = '[redacted]';

/** Begins a sentence on a second value that looks like the first when both are redacted. */
export const another = 'another ';

export interface Secrecy {
  readonly secrets: readonly string[];
  /** Texts that are not secret although secrets may begin with them: user names, ids. Default: none. */
  readonly known?: readonly string[];
  /** Texts that we have sent. A common word that was sent under a name is not hidden under it. Default: none. */
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
  #sentUnder: ReadonlySet<string> | null = null;

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
   * Redacts a text of ours, such as a request. Common words are removed from it only where a name marks them as secret.
   */
  text(text: string): RedactedText {
    return shown(this.replace(text));
  }

  /**
   * Redacts a text that a target chose, or a part of one. Common words are removed also where they are values. `name` is
   * that of its header or member, if it has one.
   */
  answer(text: string, name = ''): RedactedText {
    return shown(this.value(text, name));
  }

  /**
   * Redacts a sentence of ours that may quote a target, such as what a violation expected at a place. Our own words are
   * kept, whatever they are: only what stands between quotes or brackets, or is the whole sentence, can be a value.
   */
  sentence(text: string, at = ''): RedactedText {
    const name = at.slice(at.lastIndexOf('/') + 1).replace(/^header /, '');
    const [start, end] = quotedIn(text);
    const quoted = this.#hideValues(text.slice(start, end), name);
    return shown(this.#hideSought(text.slice(0, start) + quoted + text.slice(end)));
  }

  /** Like {@link answer}, for a text that is shown as a part of another. */
  value(text: string, name = ''): string {
    return this.#hideValues(this.replace(text), name);
  }

  /** Removes secrets from a text of ours and keeps the rest as it is. */
  replace(text: string): string {
    return this.#hideSought(this.#placed.hideNamed(text, redactionMark));
  }

  #hideValues(text: string, name: string): string {
    this.#sentUnder ??= new Set((this.#secrecy.sent ?? []).flatMap((one) => this.#placed.namesIn(one)));
    return this.#placed.hideValues(text, redactionMark, { name, sentUnder: this.#sentUnder });
  }

  #hideSought(text: string): string {
    const named = this.#signs.reduce((rest, signs) => rest.replaceAll(signs, redactionMark), text);
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

/**
 * Where a sentence of ours may quote a target: from the first quote, bracket or mark of a quotation to the last, or all of
 * it if it is one word, which `another` may introduce. An empty span if it quotes nothing.
 */
function quotedIn(text: string): Span {
  const start = text.search(/["{[\u{E0F0}]/u);
  if (start >= 0) {
    const end = Math.max(...['"', '}', ']', '\u{E0F1}'].map((closing) => text.lastIndexOf(closing)));
    return [start, end > start ? end + 1 : text.length];
  }
  const word = text.startsWith(another) ? another.length : 0;
  return /\s/.test(text.slice(word)) ? [0, 0] : [word, text.length];
}

function isOfSigns(secret: string): boolean {
  return normalForm(secret).length < shortestFound;
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
