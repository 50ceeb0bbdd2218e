import { createHash } from 'node:crypto';
import type { Case } from '../../generators/case.ts';
import { shortCaseLine } from './case-line.ts';

/** Lines that are hashed at once: a call for each costs more than hashing it. */
const batch = 64;

/** The log of the cases of a suite, of which only the hash is kept. */
export class CaseLog {
  readonly #hash = createHash('sha256');
  #text = '';
  #lines = 0;

  /** Cases are added in drawing order, which is the same whatever is in flight. */
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
