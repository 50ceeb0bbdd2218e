import type { Rule } from '../rule.ts';

/** Rules in the order of their ids, wherever they stand. */
export function byId(rules: readonly Rule[]): readonly Rule[] {
  return rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
