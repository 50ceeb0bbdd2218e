import type { CaseRun } from './run-case.ts';

/** Each of them takes as long as the timeout of a request, and may keep the target busy for longer. */
const mostHangs = 3;

/** Counts the cases that a target never answered, among those that look for such. */
export class HangBudget {
  #hangs = 0;

  /** Whether there were so many that no more are sent. */
  get isOver(): boolean {
    return this.#hangs >= mostHangs;
  }

  note({ exchanges }: Pick<CaseRun, 'exchanges'>): void {
    if ([...exchanges.values()].some(({ failure }) => failure?.kind === 'hang')) this.#hangs += 1;
  }
}
