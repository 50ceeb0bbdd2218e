import type { Rule } from '../../checks/rule.ts';
import type { Family } from '../../generators/family.ts';

/** Tells which families have cases that some of these rules are about. A rule that names no families is about all. */
export function isNeededBy(rules: readonly Rule[]): (family: Family) => boolean {
  const isAny = rules.some((rule) => rule.families === undefined);
  const prefixes = rules.flatMap((rule) => rule.families ?? []);
  return ({ name }) => isAny || prefixes.some((prefix) => name.startsWith(prefix));
}
