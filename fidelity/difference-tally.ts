import type { DrawnCase } from '../suites/engine/draw-cases.ts';
import type { CaseComparison } from './both-sides.ts';
import type { ComparedKind, SharedViolation, SuiteComparison } from './comparison.ts';
import { differenceKey } from './difference.ts';
import type { Difference } from './difference.ts';
import { likenessOf } from './score.ts';

/** A case with its place in drawing order. */
interface Witness {
  readonly drawn: DrawnCase;
  readonly ordinal: number;
}

/** One difference, over all the cases that show it. */
export interface DifferenceGroup {
  readonly key: string;
  /** The difference in one of the cases: preferably one that tells which target departs from the contract. */
  difference: Difference;
  readonly rules: Set<string>;
  readonly here: Set<string>;
  readonly families: Set<string>;
  count: number;
  /** The first cases in drawing order that show it, so that the report does not depend on timing. */
  readonly witnesses: Witness[];
}

/** The comparison of one family. */
interface KindTally {
  compared: number;
  leftOut: number;
  /** How many cases showed each set of differences, by their keys. */
  readonly different: Map<string, { readonly keys: readonly string[]; count: number }>;
}

/** Differences kept for a suite. Two targets with more differences have little in common. */
const mostGroups = 300;
/** Several cases are kept, since one of them may have shown a difference by chance. */
const mostWitnesses = 3;

/** Counts the results of the cases of a suite that were sent to two targets. */
export class DifferenceTally {
  readonly #groups = new Map<string, DifferenceGroup>();
  readonly #kinds = new Map<string, KindTally>();
  readonly #shared = new Map<string, number>();
  readonly #together = new Map<string, Map<string, number>>();
  readonly #onDifference: (difference: Difference) => void;

  constructor(onDifference: (difference: Difference) => void = () => undefined) {
    this.#onDifference = onDifference;
  }

  add({ differences, shared }: CaseComparison, drawn: DrawnCase, ordinal: number): void {
    const kind = this.#kinds.get(drawn.family.name) ?? emptyKind();
    this.#kinds.set(drawn.family.name, kind);
    for (const rule of shared) this.#shared.set(rule, (this.#shared.get(rule) ?? 0) + 1);
    if (differences === null) {
      kind.leftOut += 1;
      return;
    }
    kind.compared += 1;
    this.#noteTogether(new Set(differences.flatMap(({ rules }) => rules)));
    const keys = differences.flatMap((difference) => this.#note(difference, { drawn, ordinal }));
    if (keys.length === 0) return;
    const set = keys.sort().join('\n');
    const known = kind.different.get(set) ?? { keys, count: 0 };
    kind.different.set(set, { keys, count: known.count + 1 });
  }

  /** The differences, in the order in which their first cases were drawn. */
  get groups(): readonly DifferenceGroup[] {
    return [...this.#groups.values()].sort((one, other) => firstOf(one) - firstOf(other));
  }

  get shared(): readonly SharedViolation[] {
    return [...this.#shared].map(([rule, count]) => ({ rule, count }));
  }

  get together(): SuiteComparison['together'] {
    return Object.fromEntries(
      [...this.#together].map(([rule, counts]) => [rule, Object.fromEntries(counts)]),
    );
  }

  /** The comparison of each family, counting only these differences. */
  kinds(counting: ReadonlySet<string>): readonly ComparedKind[] {
    return [...this.#kinds].map(([family, { compared, leftOut, different }]) => {
      const unlike = [...different.values()]
        .map(({ keys, count }) => ({
          facets: this.#facetsOf(keys.filter((key) => counting.has(key))),
          count,
        }))
        .filter(({ facets }) => facets.length > 0);
      const alike = compared - unlike.reduce((sum, { count }) => sum + count, 0);
      const partly = unlike.reduce((sum, { facets, count }) => sum + likenessOf(facets) * count, 0);
      return { family, compared, alike, likeness: compared === 0 ? 0 : (alike + partly) / compared, leftOut };
    });
  }

  #noteTogether(rules: ReadonlySet<string>): void {
    for (const rule of rules) {
      const counts = this.#together.get(rule) ?? new Map<string, number>();
      for (const other of rules) counts.set(other, (counts.get(other) ?? 0) + 1);
      this.#together.set(rule, counts);
    }
  }

  #facetsOf(keys: readonly string[]): readonly Difference['facet'][] {
    return keys.flatMap((key) => this.#groups.get(key)?.difference.facet ?? []);
  }

  #note(difference: Difference, witness: Witness): readonly string[] {
    const key = differenceKey(difference);
    const group = this.#groups.get(key) ?? this.#open(key, difference);
    if (group === null) return [];
    group.count += 1;
    if (group.difference.odd === 'open') group.difference = difference;
    group.families.add(witness.drawn.family.name);
    for (const rule of difference.rules) group.rules.add(rule);
    for (const rule of difference.here) group.here.add(rule);
    group.witnesses.push(witness);
    group.witnesses.sort((one, other) => one.ordinal - other.ordinal);
    group.witnesses.splice(mostWitnesses);
    return [key];
  }

  #open(key: string, difference: Difference): DifferenceGroup | null {
    if (this.#groups.size >= mostGroups) return null;
    const sets = { rules: new Set<string>(), here: new Set<string>(), families: new Set<string>() };
    const opened = { key, difference, ...sets, count: 0, witnesses: [] };
    this.#groups.set(key, opened);
    this.#onDifference(difference);
    return opened;
  }
}

function emptyKind(): KindTally {
  return { compared: 0, leftOut: 0, different: new Map() };
}

function firstOf({ witnesses }: DifferenceGroup): number {
  return witnesses[0]?.ordinal ?? 0;
}
