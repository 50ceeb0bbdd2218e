import type { Level } from '../../checks/rule.ts';
import type { TrialResult } from './trial.ts';

/** When a trial has shown enough: with each of the rules sought, with any MUST or SHOULD violated, or only at its end. */
export type Enough = 'each' | 'any' | 'end';

/** How far the search for violations has come. */
export class Search {
  requests = 0;
  firstViolation: TrialResult['firstViolation'] = null;
  #isFailed = false;
  readonly #enough: Enough;
  readonly #start = performance.now();
  readonly #missing: Set<string>;

  constructor(sought: readonly string[], enough: Enough) {
    this.#enough = enough;
    this.#missing = new Set(sought);
  }

  found(rule: string, level: Level): void {
    this.firstViolation ??= { requests: this.requests, seconds: (performance.now() - this.#start) / 1000 };
    this.#missing.delete(rule);
    this.#isFailed ||= level !== 'MAY';
  }

  isOver(): boolean {
    switch (this.#enough) {
      case 'each':
        return this.#missing.size === 0;
      case 'any':
        return this.#isFailed;
      case 'end':
        return false;
    }
  }
}
