import { mockLevels } from '../checks/rule-fields.ts';
import type { MockLevel, DifferenceClass } from '../checks/rule-fields.ts';
import type { Case } from '../generators/case.ts';
import type { FactDifference } from './compare-facts.ts';
import { classOfRule, mockLevelOf } from '../checks/classification.ts';
import { namedPlace } from './redirect-facts.ts';
import { rulesHere } from './rules-here.ts';
import type { PlacesOfRules } from './rules-here.ts';

/** Rules that only one of two targets violated on a case. */
export interface SplitRules {
  readonly byA: readonly string[];
  readonly byB: readonly string[];
  /** Where they are violated. Absent: not known. */
  readonly places?: PlacesOfRules;
}

/** Which target departs from the contract: one, both in different ways, or `open` if the contract leaves it open. */
export type OddOne = 'A' | 'B' | 'both' | 'open';

/** How two targets differ on a case. */
export interface Difference extends Omit<FactDifference, 'facet'> {
  readonly facet: FactDifference['facet'] | 'rule';
  readonly class: DifferenceClass;
  readonly level: MockLevel;
  readonly odd: OddOne;
  /** The rules that one of the targets violates by this difference. */
  readonly rules: readonly string[];
  /** The rules that it shows, by its place. */
  readonly here: readonly string[];
}

/** Two differences with the same key count as one. */
export function differenceKey({ class: kind, facet, step, at, a, b }: Difference): string {
  return [kind, facet, step, at, a, b].join('|');
}

/**
 * The differences on a case, each with its class. A rule that only one target violates belongs to an observed
 * difference: to a different outcome, since all that follows results from it, or to one of the same class. Otherwise
 * the rule is a difference of its own.
 */
export function classify(
  found: readonly FactDifference[],
  split: SplitRules,
  testCase: Pick<Case, 'aspect'>,
): readonly Difference[] {
  const seen = found.map((difference) => ({ ...difference, class: classOfFact(difference, testCase) }));
  const owners = new Map<string, (typeof seen)[number] | null>();
  for (const rule of [...split.byA, ...split.byB]) {
    const outcome = seen.find(({ facet }) => facet === 'outcome');
    const alike = seen.find(
      (difference) => difference.class === classOfRule(rule) && difference.facet !== 'incidental header',
    );
    owners.set(rule, outcome ?? alike ?? null);
  }
  const owned = (owner: object | null): SplitRules => ({
    byA: split.byA.filter((rule) => owners.get(rule) === owner),
    byB: split.byB.filter((rule) => owners.get(rule) === owner),
    ...(split.places === undefined ? {} : { places: split.places }),
  });
  return [
    ...seen.map((difference) => withRules(difference, owned(difference), testCase)),
    ...ruleDifferences(owned(null)),
  ];
}

function withRules(
  difference: FactDifference & { readonly class: DifferenceClass },
  split: SplitRules,
  testCase: Pick<Case, 'aspect'>,
): Difference {
  const rules = [...split.byB, ...split.byA];
  const [telling] = rules;
  const isPlain = difference.class === 'no answer' || difference.class === 'wrong status';
  return {
    ...difference,
    class: telling === undefined || isPlain ? difference.class : classOfRule(telling),
    level: lowest(rules.map(mockLevelOf)) ?? levelOfFact(difference, testCase),
    odd: oddOf(split),
    rules,
    here: rulesHere(difference, rules, split.places ?? new Map()),
  };
}

/** Differences that only the verdicts show: one target satisfies a rule and the other does not. */
export function ruleDifferences({ byA, byB }: SplitRules): readonly Difference[] {
  const difference = (rule: string, odd: 'A' | 'B'): Difference => ({
    ...{ step: 'main', role: 'main', facet: 'rule', at: rule, odd, rules: [rule], here: [rule] },
    a: odd === 'A' ? 'violated' : 'kept',
    b: odd === 'B' ? 'violated' : 'kept',
    class: classOfRule(rule),
    level: mockLevelOf(rule),
  });
  return [...byB.map((rule) => difference(rule, 'B')), ...byA.map((rule) => difference(rule, 'A'))];
}

/** Which target departs from the contract, by the rules that only one of two targets violates. */
export function oddOf({ byA, byB }: SplitRules): OddOne {
  if (byA.length > 0 && byB.length > 0) return 'both';
  if (byB.length > 0) return 'B';
  return byA.length > 0 ? 'A' : 'open';
}

function lowest(levels: readonly MockLevel[]): MockLevel | null {
  return mockLevels.find((level) => levels.includes(level)) ?? null;
}

/** The class of an observed difference, if no rule tells more. */
function classOfFact(difference: FactDifference, testCase: Pick<Case, 'aspect'>): DifferenceClass {
  const { facet, a, b } = difference;
  if (facet === 'relation') return 'no memory';
  if (facet === 'redirect' && (a === namedPlace || b === namedPlace))
    return b === namedPlace ? 'too lax' : 'too strict';
  if (facet !== 'outcome') return 'wrong shape';
  if (wasLeftOut(difference)) return 'no memory';
  if (!isStatus(a) || !isStatus(b)) return 'no answer';
  if (Number(a) >= 500 || Number(b) >= 500 || isRefusal(a) === isRefusal(b)) return 'wrong status';
  if (dependsOnPast(difference, testCase)) return 'no memory';
  return isRefusal(a) ? 'too lax' : 'too strict';
}

function levelOfFact(difference: FactDifference, testCase: Pick<Case, 'aspect'>): MockLevel {
  switch (difference.facet) {
    case 'relation':
      return 'memory';
    case 'redirect':
      return 'OAuth';
    case 'outcome':
      if (wasLeftOut(difference)) return 'memory';
      if (!isStatus(difference.a) || !isStatus(difference.b)) return 'shape';
      if (testCase.aspect === 'grant') return 'OAuth';
      return dependsOnPast(difference, testCase) ? 'memory' : 'validation';
    default:
      return 'shape';
  }
}

/** Whether the answer depends on earlier requests. */
function dependsOnPast({ role }: FactDifference, { aspect }: Pick<Case, 'aspect'>): boolean {
  return role === 'probe' || aspect === 'grant' || aspect === 'client-id';
}

/** Whether a step was sent to one target only, since the other had not provided the values that it needs. */
function wasLeftOut({ a, b }: FactDifference): boolean {
  return a === 'not sent' || b === 'not sent';
}

function isStatus(outcome: string): boolean {
  return /^\d+$/.test(outcome);
}

function isRefusal(status: string): boolean {
  return Number(status) >= 400;
}
