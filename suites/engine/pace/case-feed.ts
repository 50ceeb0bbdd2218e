import type { CutCases } from '../../../checks/verdict.ts';
import type { Family } from '../../../generators/family.ts';
import { drawCases, drawReplay } from '../draw-cases.ts';
import { countCases, rankOf, sharesOf } from '../shares.ts';
import type { DrawnCase } from '../draw-cases.ts';
import type { CutReason, Patience, Turn } from './patience.ts';
import { readingPart } from '../read-only.ts';
import { isWhole } from '../run-case.ts';
import type { CaseRun } from '../run-case.ts';
import type { SuitePlan } from '../suite-run.ts';

/** A case whose turn it is, with its place among all: see `rankOf`. */
export interface NextCase {
  readonly drawn: DrawnCase;
  readonly ordinal: number;
}

/** The most cases that wait for the first one of their kind. */
const mostWaiting = 256;
/** The most cases that are left out at once, so that signals get a turn. */
const mostAtOnce = 256;

/** Draws the cases of a suite, and leaves those out for which the target is too slow. */
export class CaseFeed {
  readonly total: number;
  readonly #plan: SuitePlan;
  readonly #patience: Patience | null;
  readonly #drawn: Iterator<DrawnCase, unknown>;
  readonly #waiting: NextCase[] = [];
  /** A case that runs alone, once all others have ended. */
  #alone: NextCase | null = null;
  /** How many cases of each family were considered to their end. */
  readonly #done = new Map<string, number>();
  readonly #cut = new Map<string, CutReason>();
  /** The families of which one case has sent all. */
  readonly #exhausted = new Set<string>();
  #count = 0;
  #isOver = false;

  constructor(plan: SuitePlan, patience: Patience | null) {
    this.total = countCases(plan);
    this.#plan = plan;
    this.#patience = patience;
    this.#drawn = plan.replay === null ? drawCases(plan) : drawReplay(plan, plan.replay);
  }

  /** How many cases were drawn. */
  get count(): number {
    return this.#count;
  }

  /**
   * The next case to send; `later` if one of those under way has to end first, or all of them; null if there are no more.
   */
  next(isQuiet: boolean): NextCase | 'later' | 'alone' | null {
    for (let tries = 0; tries < mostAtOnce && !this.#isOver; tries += 1) {
      const next = this.#takeWaiting() ?? this.#alone ?? this.#draw();
      this.#alone = null;
      if (next === null) return this.#waiting.length > 0 ? 'later' : null;
      if (next.drawn.family.isAlone === true && !isQuiet) {
        this.#alone = next;
        return 'alone';
      }
      if (this.#exhausted.has(next.drawn.family.name)) {
        this.#tally(next.drawn.family, 1);
        continue;
      }
      const turn = this.#turnOf(next);
      if (turn === 'send') return this.#send(next);
      if (turn === 'later') this.#waiting.push(next);
      else this.#leaveOut(next, turn);
    }
    return this.#isOver ? null : 'later';
  }

  /** Takes note of a case that was run. */
  end({ drawn: { family, testCase } }: NextCase, result: CaseRun): void {
    if (family.isExhaustive === true && isWhole(testCase, result)) this.#exhausted.add(family.name);
  }

  /** Takes a case back whose answers came too late. */
  breakOff({ drawn: { family } }: NextCase): void {
    this.#tally(family, -1);
    this.#cut.set(family.name, 'time');
  }

  /** What was left out; null if nothing was. */
  get leftOut(): CutCases | null {
    if (this.#cut.size === 0) return null;
    const short = [...sharesOf(this.#plan)].map(([{ name }, share]) => {
      const done = this.#done.get(name) ?? 0;
      return { name, left: share - done, isUnsent: done === 0 && share > 0 };
    });
    const of = (reason: CutReason): readonly string[] =>
      [...this.#cut].filter(([, why]) => why === reason).map(([name]) => name);
    return {
      cases: short.reduce((sum, { left }) => sum + left, 0),
      families: short.filter(({ isUnsent }) => isUnsent).length,
      hanging: of('hanging'),
      slow: of('slow'),
      isTimeUp: of('time').length > 0,
    };
  }

  /** A waiting case whose turn it is, or that is left out. */
  #takeWaiting(): NextCase | undefined {
    const at = this.#waiting.findIndex((waiting) => this.#turnOf(waiting) !== 'later');
    return at === -1 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  #turnOf({ drawn: { family, testCase } }: NextCase): Turn {
    return this.#patience?.turnOf(family, testCase) ?? 'send';
  }

  #draw(): NextCase | null {
    while (this.#waiting.length < mostWaiting) {
      const { value, done } = this.#drawn.next() as IteratorResult<DrawnCase, undefined>;
      if (done === true) return null;
      const ordinal = rankOf(value.family, this.#count, this.total);
      this.#count += 1;
      const testCase = this.#plan.isReadOnly === true ? readingPart(value.testCase) : value.testCase;
      if (testCase !== null) return { drawn: { ...value, testCase }, ordinal };
      this.#tally(value.family, 1);
    }
    return null;
  }

  #send(next: NextCase): NextCase {
    const { family } = next.drawn;
    this.#tally(family, 1);
    this.#patience?.begin(family);
    return next;
  }

  #leaveOut({ drawn: { family } }: NextCase, reason: CutReason): void {
    this.#cut.set(family.name, this.#cut.get(family.name) ?? reason);
    // Nothing that would be drawn can be sent.
    this.#isOver ||= this.#patience?.leftMs === 0;
  }

  #tally({ name }: Family, by: number): void {
    this.#done.set(name, (this.#done.get(name) ?? 0) + by);
  }
}
