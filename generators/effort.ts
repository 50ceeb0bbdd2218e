/** Budgets of a run by name, from the least to the most. */
export const effortNames = ['smoke', 'default', 'thorough'] as const;

export type EffortName = (typeof effortNames)[number];

/** How many cases a run draws: a budget by name, or the most of each suite and polarity. */
export type Effort = EffortName | number;

/** The arguments of a command that ask for an effort. */
export function effortArguments(effort: Effort): readonly [string, string] {
  return typeof effort === 'number' ? ['--runs', String(effort)] : ['--effort', effort];
}
