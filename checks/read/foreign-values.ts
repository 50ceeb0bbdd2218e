import type { ForeignReason } from '../../driver/clients/foreign-value.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Attempt, Violation } from '../rule.ts';

/** Whether any step of a case that calls one of these operations succeeded. */
export function hasSuccessOf(
  { case: testCase, exchanges }: Attempt,
  operations: readonly OperationId[],
): boolean {
  return testCase.steps.some(({ name, operation }) => {
    const status = exchanges.get(name)?.response?.status ?? 0;
    return status >= 200 && status < 300 && operations.some((one) => one === operation);
  });
}

/** Reasons that earlier answers have proved, whatever is answered later. */
const known: ReadonlySet<ForeignReason> = new Set(['before', 'meanwhile', 'earlier', 'inherited']);

/**
 * Violations for values in a case's answers that are not new, in the rule's own words. Reasons without words are
 * skipped.
 */
export function foreignViolations(
  { exchanges }: Attempt,
  expected: string,
  words: Partial<Record<ForeignReason, string>>,
  isMeant: (at: string) => boolean,
): readonly Violation[] {
  return [...exchanges].flatMap(([step, { foreign = [], isRepeated }]) =>
    foreign.flatMap(({ at, why }) => {
      const actual = words[why];
      if (actual === undefined || !isMeant(at)) return [];
      const violation = { at, expected: `${expected} at step ${step}`, actual };
      return isRepeated === true || !known.has(why) ? [violation] : [{ ...violation, isConclusive: true }];
    }),
  );
}
