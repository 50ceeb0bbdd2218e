import { catalogue } from './catalogue.ts';
import type { DifferenceClass, MockLevel, Need } from './rule-fields.ts';
import type { Rule } from './rule.ts';

const rules: ReadonlyMap<string, Rule> = new Map(catalogue.map((rule) => [rule.id, rule]));

/**
 * The lowest mock level at which a mock keeps the rule. A rule that is not in the catalogue needs the level `OAuth`.
 */
export function mockLevelOf(rule: string): MockLevel {
  return rules.get(rule)?.mockLevel ?? 'OAuth';
}

/** How to classify a difference between a target that keeps the rule and one that violates it. */
export function classOfRule(rule: string): DifferenceClass {
  return rules.get(rule)?.differenceClass ?? 'wrong shape';
}

/** What a rule needs from a target; nothing if the rule is not in the catalogue. */
export function needsOf(rule: string): readonly Need[] {
  return rules.get(rule)?.needs ?? [];
}
