import type { ForeignReason } from '../../driver/clients/foreign-value.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Attempt, Violation } from '../rule.ts';

/** Whether any step of a case that performs one of these operations was answered with a success. */
export function hasSuccessOf(
  { case: testCase, exchanges }: Attempt,
  operations: readonly OperationId[],
): boolean {
  return testCase.steps.some(({ name, operation }) => {
    const status = exchanges.get(name)?.response?.status ?? 0;
    return status >= 200 && status < 300 && operations.some((one) => one === operation);
  });
}

/** What earlier answers have shown, whatever is answered next. */
const known: ReadonlySet<ForeignReason> = new Set(['before', 'meanwhile', 'earlier']);

/** Violations for the values of a case's answers that are not new, in the words of a rule; it leaves out what it has none for. */
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
