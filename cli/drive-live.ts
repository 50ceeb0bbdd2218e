import path from 'node:path';
import type { OperationRecord } from '../checks/verdict.ts';
import type { CaseWent } from '../suites/engine/case-source.ts';
import { runSuite, type SuitePlan } from '../suites/engine/run-suite.ts';
import { TracePart } from '../traces/trace-part.ts';
import { closeBook, openBook } from './ledger-parts.ts';
import { openOwnTarget } from './own-target.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';

/** Drives one suite of a run against the target of its plan, and takes it down where the run is recorded. */
export async function driveLive(
  suitePlan: SuitePlan,
  plan: RunPlan,
  secrets: RunSecrets,
): Promise<OperationRecord> {
  const target = openOwnTarget(plan, secrets, plan.concurrency);
  const part = openPart(suitePlan, plan, secrets);
  const book = openBook(plan, suitePlan.suite, secrets.password);
  const witness = (went: CaseWent): void => {
    part?.see(went);
    book?.see(went);
  };
  try {
    const { isTargetGone, ...record } = await runSuite(
      { ...suitePlan, witness },
      {
        target: target.account,
        send: part === null ? target.send : part.watch(target.send),
      },
    );
    const { requests, repeats, startedAt, durationMs, residue, broken } = record;
    part?.end({ requests, repeats, startedAt, durationMs, residue, broken, isTargetGone });
    await closeBook(plan, suitePlan.suite, book);
    return record;
  } finally {
    await target.close();
  }
}

function openPart({ suite }: SuitePlan, plan: RunPlan, { password, traceKey }: RunSecrets): TracePart | null {
  if (plan.partsDir === null || traceKey === null) return null;
  const { origin, username } = plan;
  const file = partFile(plan.partsDir, suite);
  return new TracePart({ file, suite, origin, username, password, key: traceKey });
}

/** Where the part of a suite is, until the trace is put together. */
export function partFile(folder: string, suite: string): string {
  return path.join(folder, `${suite}.jsonl`);
}
