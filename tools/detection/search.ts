import type { Fault } from '../../targets/reference/faults/fault.ts';
import type { TrialResult } from './trial.ts';

/** How far the search for the rules of a fault has come; without a fault there is nothing to search for. */
export class Search {
  readonly fault: Fault | undefined;
  requests = 0;
  firstViolation: TrialResult['firstViolation'] = null;
  readonly #start = performance.now();
  readonly #missing: Set<string>;

  constructor(fault: Fault | undefined) {
    this.fault = fault;
    this.#missing = new Set(fault?.trips);
  }

  found(rule: string): void {
    this.firstViolation ??= { requests: this.requests, seconds: (performance.now() - this.#start) / 1000 };
    this.#missing.delete(rule);
  }

  isOver(): boolean {
    return this.fault !== undefined && this.#missing.size === 0;
  }
}
