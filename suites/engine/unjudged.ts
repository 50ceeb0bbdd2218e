import { isThrottled } from '../../checks/read/answer-kind.ts';
import { dialectOf } from '../../checks/read/dialect.ts';
import type { Attempt, Rule } from '../../checks/rule.ts';
import type { RuleRecord } from '../../checks/verdict.ts';
import type { Family } from '../../generators/family.ts';

export interface FamilyTally {
  readonly family: Pick<Family, 'name' | 'polarity'>;
  run: number;
  /** Cases that could not be set up. */
  unset: number;
}

/** Counts what became of the cases of a suite, independently of its rules. */
export class CaseTally {
  readonly #families = new Map<string, FamilyTally>();
  readonly #unset = new Map<string, number>();
  readonly #dialects = new Map<string, number>();
  /** Valid requests that were answered, and those of them that were throttled. */
  #answered = 0;
  #throttled = 0;
  #missed = 0;

  /** Counts a case that was run and, if it was answered with an error, the form of the error. */
  add(family: FamilyTally['family'], { exchange: { request, response } }: Pick<Attempt, 'exchange'>): void {
    this.#tallyOf(family).run += 1;
    if (response !== null && family.polarity === 'valid') {
      this.#answered += 1;
      if (isThrottled(response)) this.#throttled += 1;
    }
    if (response === null || response.status < 400 || request.method === 'HEAD') return;
    const dialect = dialectOf(response);
    this.#dialects.set(dialect, (this.#dialects.get(dialect) ?? 0) + 1);
  }

  /** Counts a case whose answers are unknown. */
  miss(): void {
    this.#missed += 1;
  }

  /** How many cases have unknown answers. */
  get missed(): number {
    return this.#missed;
  }

  /** Counts a case that could not be set up, with the reason. */
  leaveOut(family: FamilyTally['family'], reason: string): void {
    this.#tallyOf(family).unset += 1;
    this.#unset.set(reason, (this.#unset.get(reason) ?? 0) + 1);
  }

  /** The families of which cases were drawn. */
  get families(): readonly FamilyTally[] {
    return [...this.#families.values()];
  }

  /** Why cases could not be set up, the most frequent reason first. */
  get unset(): readonly { readonly reason: string; readonly count: number }[] {
    return [...this.#unset]
      .map(([reason, count]) => ({ reason, count }))
      .sort((one, other) => other.count - one.count);
  }

  /** How many errors came in which form. */
  get dialects(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#dialects].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** Why the target cannot be judged, if it refused every valid request because of load; else null. */
  get turnedAway(): string | null {
    return this.#answered > 0 && this.#throttled === this.#answered
      ? `the target turned all ${this.#answered} valid requests away with 429 or 503`
      : null;
  }

  #tallyOf(family: FamilyTally['family']): FamilyTally {
    const tally = this.#families.get(family.name) ?? { family, run: 0, unset: 0 };
    this.#families.set(family.name, tally);
    return tally;
  }
}

/**
 * Why a rule judged nothing. It is broken if none of its cases could be set up. It is not applicable if only other
 * cases could not be set up, for which a target may have reasons. The reason then mentions them.
 */
export function unjudged(
  rule: Pick<Rule, 'families'>,
  cases: CaseTally,
): Pick<RuleRecord, 'verdict' | 'reason'> {
  const [most] = cases.unset;
  const none = 'no answer met its conditions';
  const groups = sources(rule, cases.families);
  if (groups.every(({ length }) => length === 0))
    return { verdict: 'not applicable', reason: 'none of its cases was among those that were sent' };
  if (most === undefined) return { verdict: 'not applicable', reason: none };
  if (groups.some(isUnset)) return { verdict: 'broken', reason: `no case could be set up: ${most.reason}` };
  const count = cases.unset.reduce((sum, unset) => sum + unset.count, 0);
  const why = `${count} cases could not be set up, most of them since ${most.reason}`;
  return { verdict: 'not applicable', reason: `${none}; ${why}` };
}

/**
 * The families on which a rule can be judged, in groups. The rule may need each group: the families that it names, or
 * else the valid ones and the broken ones.
 */
function sources(
  { families: named }: Pick<Rule, 'families'>,
  families: readonly FamilyTally[],
): readonly (readonly FamilyTally[])[] {
  if (named !== undefined)
    return [families.filter(({ family: { name } }) => named.some((beginning) => name.startsWith(beginning)))];
  return (['valid', 'broken'] as const).map((polarity) =>
    families.filter(({ family }) => family.polarity === polarity),
  );
}

function isUnset(group: readonly FamilyTally[]): boolean {
  return group.length > 0 && group.every(({ run }) => run === 0);
}
