import { createHash } from 'node:crypto';
import type { Case, Step } from '../../generators/case.ts';
import { rememberEach } from '../../spec/remember.ts';

/** A case as text: its family and the steps that are sent, with slot names in place of their values. */
export function caseLine(testCase: Case): string {
  return lineOf(testCase, JSON.stringify);
}

/** Like `caseLine`, with a hash in place of each shared step, which would otherwise make up most of every line. */
export function shortCaseLine(testCase: Case): string {
  return lineOf(testCase, (step) => (step.shared === undefined ? JSON.stringify(step) : hashOf(step)));
}

function lineOf({ family, steps }: Case, write: (step: Step) => string): string {
  let line = family;
  for (const step of steps) line += `\n${write(step)}`;
  return `${line}\n`;
}

/** The hash of a shared step, computed once. */
const hashOf = rememberEach((step: Step): string =>
  createHash('sha256').update(JSON.stringify(step)).digest('base64url'),
);

/**
 * 48 bits of a hash are enough to detect that another version of the generators draws a different case at the same
 * path.
 */
export function caseHash(testCase: Case): string {
  return createHash('sha256').update(caseLine(testCase)).digest('hex').slice(0, 12);
}

/** Lines that are hashed at once: a call for each line costs more than the hashing. */
const batch = 64;

/** The log of the cases of a suite, of which only the hash is kept. */
export class CaseLog {
  readonly #hash = createHash('sha256');
  #text = '';
  #lines = 0;

  /** Cases are added in drawing order, which is the same at any concurrency. */
  add(testCase: Case): void {
    this.#text += shortCaseLine(testCase);
    this.#lines += 1;
    if (this.#lines % batch === 0) this.#flush();
  }

  /** SHA-256 over all lines, in hexadecimal. */
  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#hash.update(this.#text);
    this.#text = '';
  }
}
