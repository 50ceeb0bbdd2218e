import { rulesOf } from '../checks/catalogue.ts';
import type { Judged } from '../targets/deviation.ts';
import { suiteIds } from '../suites/jest-configuration.ts';

/** Every MUST rule with every suite in which it is judged: what can fail a run. */
export function failingRules(): readonly Judged[] {
  return suiteIds.flatMap((operation) =>
    rulesOf(operation)
      .filter(({ level }) => level === 'MUST')
      .map(({ id }) => ({ operation, rule: id })),
  );
}
