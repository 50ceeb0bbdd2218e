import type { Exchange } from '../../../driver/exchange.ts';
import { limitAfter, monotonicMs, noLimit } from '../../../driver/time-limit.ts';
import type { TimeLimit } from '../../../driver/time-limit.ts';
import type { Case } from '../../../generators/case.ts';
import type { Family } from '../../../generators/family.ts';
import { hasHang } from '../run-case.ts';
import type { CaseRun } from '../run-case.ts';
import type { Wire } from '../wire.ts';
import { Kind, lateBy, Lateness, mostHangsOf } from './lateness.ts';
import type { HeldUp } from './lateness.ts';

/** Why cases are not sent. */
export type CutReason = 'hanging' | 'slow' | 'time';

/** What becomes of a case: it is sent now, or once others of its kind have ended, or not at all. */
export type Turn = 'send' | 'later' | CutReason;

/**
 * How long late answers may hold things up: once they have held up a run for the first of these, only one case is sent
 * of a kind that is late, and once they have held up its suite for the second, none.
 */
const mostHeldUpMs = { run: 5_000, suite: 10_000 };
/** The first of them for cases that look for hangs. */
const mostHeldUpByHangsMs = 20_000;

/** Cases under way may end this long after the time of their suite is up. */
const graceMs = 5_000;

interface Patient {
  readonly concurrency: number;
  readonly shareMs?: number | null;
  readonly heldUp?: HeldUp;
}

/** Decides how many cases of a suite a slow target gets. One that answers within a second gets all of them, in time. */
export class Patience {
  readonly #concurrency: number;
  readonly #time: TimeLimit;
  readonly #last: TimeLimit;
  readonly #kinds = new Map<string, Kind>();
  readonly #operations = new Map<string, Lateness>();
  /** Steps that cases share are counted once. */
  readonly #seen = new WeakSet<Exchange>();
  #heldUpMs = 0;
  readonly #run: HeldUp;
  #isReleased = false;
  /** When requests were sent that have no answer yet. */
  readonly #open = new Map<Exchange['request'], number>();
  /** Families that have not begun yet, and how long cases took so far. */
  readonly #toBegin = { together: 0, alone: 0 };
  readonly #took = { together: { ms: 0, cases: 0 }, alone: { ms: 0, cases: 0 } };

  /** `shareMs`: the time for sending cases; null for no limit. `heldUp` is shared by the suites of a run. */
  constructor({ concurrency, shareMs = null, heldUp = { ms: 0 } }: Patient, families: Iterable<Family> = []) {
    this.#concurrency = concurrency;
    this.#run = heldUp;
    this.#time = shareMs === null ? noLimit : limitAfter(shareMs);
    this.#last = shareMs === null ? noLimit : limitAfter(shareMs + graceMs);
    for (const family of families) this.#toBegin[wayOf(family)] += 1;
  }

  /** Milliseconds left for sending cases. */
  get leftMs(): number {
    return this.#time.leftMs();
  }

  /** Whether requests of cases are no longer sent. */
  isCutOff(): boolean {
    return !this.#isReleased && this.#last.isOver();
  }

  /** All cases were sent. What else is sent has limits of its own. */
  release(): void {
    this.#isReleased = true;
  }

  /** Watches for how long requests have been waiting for their answers. */
  watch(send: Wire['send']): Wire['send'] {
    return async (request) => {
      this.#open.set(request, monotonicMs());
      try {
        return await send(request);
      } finally {
        this.#open.delete(request);
      }
    };
  }

  turnOf(family: Family, testCase: Case): Turn {
    const kind = this.#kindOf(family);
    if (this.#time.isOver()) return 'time';
    if (kind.hangs >= mostHangsOf(this.#run)) return 'hanging';
    if (this.#isShort() && kind.begun > 0) return 'time';
    if (kind.hangs > 0 && kind.begun > kind.ended) return 'later';
    const enoughMs = family.isHangProne === true ? mostHeldUpByHangsMs : mostHeldUpMs.run;
    if (this.#run.ms + this.#waitedMs() < enoughMs) return 'send';
    if (kind.hangs > 0) return 'hanging';
    if (kind.late.isSlow || testCase.steps.some(({ operation }) => this.#lateAt(operation).isSlow))
      return kind.begun === 0 && this.#heldUpMs < mostHeldUpMs.suite ? 'send' : 'slow';
    // The first one tells whether the others would hold up the suite, too.
    return kind.begun > 0 && kind.ended === 0 && family.isPatient !== true ? 'later' : 'send';
  }

  begin(family: Family): void {
    const kind = this.#kindOf(family);
    if (kind.begun === 0) this.#toBegin[wayOf(family)] -= 1;
    kind.begun += 1;
  }

  /** Takes note of a case that took this long. */
  end(family: Family, { steps }: Case, { exchanges }: Pick<CaseRun, 'exchanges'>, ms: number): void {
    const kind = this.#kindOf(family);
    const way = wayOf(family);
    kind.ended += 1;
    this.#took[way].ms += ms;
    this.#took[way].cases += 1;
    if (hasHang({ exchanges })) kind.hangs += 1;
    for (const { name, operation } of steps) {
      const exchange = exchanges.get(name);
      if (exchange === undefined || this.#seen.has(exchange)) continue;
      this.#seen.add(exchange);
      kind.late.add(exchange);
      const lateMs = this.#lateAt(operation).add(exchange);
      const heldUpMs = way === 'alone' ? lateMs : lateMs / this.#concurrency;
      this.#heldUpMs += heldUpMs;
      this.#run.ms += heldUpMs;
    }
  }

  /** Whether the time left is needed for the first case of each family. */
  #isShort(): boolean {
    const { together, alone } = this.#took;
    const meanMs = together.cases === 0 ? 0 : together.ms / together.cases;
    const meanAloneMs = alone.cases === 0 ? meanMs : alone.ms / alone.cases;
    const neededMs =
      (this.#toBegin.together * meanMs) / this.#concurrency + this.#toBegin.alone * meanAloneMs;
    return neededMs > this.#time.leftMs();
  }

  /** How long requests without an answer hold up the suite by now. */
  #waitedMs(): number {
    const now = monotonicMs();
    return [...this.#open.values()].reduce((sum, at) => sum + lateBy(now - at), 0) / this.#concurrency;
  }

  /** Families that look for hangs are one kind. */
  #kindOf({ name, isHangProne }: Family): Kind {
    const key = isHangProne === true ? '' : name;
    const kind = this.#kinds.get(key) ?? new Kind();
    this.#kinds.set(key, kind);
    return kind;
  }

  #lateAt(operation: string): Lateness {
    const late = this.#operations.get(operation) ?? new Lateness();
    this.#operations.set(operation, late);
    return late;
  }
}

function wayOf({ isAlone }: Family): 'together' | 'alone' {
  return isAlone === true ? 'alone' : 'together';
}
