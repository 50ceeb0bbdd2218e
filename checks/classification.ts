import { catalogue } from './catalogue.ts';
import type { DifferenceClass, MockLevel, Need } from './rule-fields.ts';
import type { Rule } from './rule.ts';

const rules: ReadonlyMap<string, Rule> = new Map(catalogue.map((rule) => [rule.id, rule]));

/** The level of a mock at which it begins to keep a rule. A rule that is not in the catalogue asks for all of OAuth. */
export function mockLevelOf(rule: string): MockLevel {
  return rules.get(rule)?.mockLevel ?? 'OAuth';
}

/** The class of the difference between a target that keeps a rule and one that violates it. */
export function classOfRule(rule: string): DifferenceClass {
  return rules.get(rule)?.differenceClass ?? 'wrong shape';
}

/** What a rule needs of a target; nothing where the catalogue does not have it. */
export function needsOf(rule: string): readonly Need[] {
  return rules.get(rule)?.needs ?? [];
}
