import type { Level } from '../../checks/rule.ts';
import type { TrialResult } from './trial.ts';

/**
 * When a trial has shown enough: when every rule sought is violated, when any MUST or SHOULD is violated, or only at
 * its end.
 */
export type Enough = 'each' | 'any' | 'end';

/** The progress of a search for violations. */
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
