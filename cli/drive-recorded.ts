import type { OperationRecord } from '../checks/verdict.ts';
import { replaySuite } from '../suites/engine/replay-suite.ts';
import type { SuitePlan } from '../suites/engine/run-suite.ts';
import { recordedSuite } from '../traces/recorded-suite.ts';
import { closeBook, openBook } from './ledger-parts.ts';
import { loadTrace } from './load-trace.ts';
import type { RunPlan } from './run-plan.ts';
import { messages } from './terminal.ts';

/** Judges one suite by a trace. Cases that the trace does not have are left out, and it is said how many they are. */
export async function driveRecorded(
  suitePlan: SuitePlan,
  plan: RunPlan,
  file: string,
): Promise<OperationRecord> {
  const { suite } = suitePlan;
  const recorded = recordedSuite(await loadTrace(file, '--from'), suite);
  if (recorded === null) throw new Error(`the trace has nothing of ${suite}`);
  const book = openBook(plan, suite, recorded.password);
  const { record, missed, changed } = await replaySuite(
    { ...suitePlan, witness: (went) => book?.see(went) },
    recorded,
  );
  await closeBook(plan, suite, book);
  const { valid, broken } = record.cases;
  if (missed === 0) return record;
  const cause = changed > 0 ? `, ${changed} of them drawn otherwise by this version or contract` : '';
  // A run that broke off has sent only some.
  if (record.broken === null)
    messages.lines(
      `note: ${suite}: ${missed} of ${missed + valid + broken} cases are not in the trace${cause}`,
    );
  return valid + broken > 0
    ? record
    : { ...record, broken: record.broken ?? 'the trace has none of its cases' };
}
