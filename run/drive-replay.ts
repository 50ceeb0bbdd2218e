import { mkdir } from 'node:fs/promises';
import type { OperationRecord } from '../checks/verdict.ts';
import type { DrivenSuites } from './conduct-run.ts';
import { whyNotDriven } from './connect-target.ts';
import { driveSuite } from './drive-suite.ts';
import type { SuiteWatcher } from './drive-suite.ts';
import type { PlannedRun } from './plan-run.ts';
import { writeRecord } from './suite-records.ts';

/** A replay is told when it is over. */
const nobody: SuiteWatcher = { onProgress: () => undefined, onJudged: () => undefined };

/**
 * Sends the one case of a replay in this process: there is nothing for Jest to schedule. If the answers would be the
 * same for any case, the target is asked once why.
 */
export async function driveReplay({ plan, suites, secrets }: PlannedRun): Promise<DrivenSuites> {
  await mkdir(plan.recordsDir, { recursive: true });
  const records: OperationRecord[] = [];
  for (const suite of suites) {
    const driven = await driveSuite(suite, plan, secrets, nobody);
    const isDoubtful = plan.settings.from === null && driven.broken === null && tellsNothing(driven);
    const reason = isDoubtful ? await whyNotDriven(plan, secrets) : null;
    const record = reason === null ? driven : { ...driven, rules: [], broken: reason };
    await writeRecord(plan.recordsDir, record);
    records.push(record);
  }
  return { records, mistake: null };
}

/** Whether wrong credentials or a wrong base path could explain all answers, or there is none. */
function tellsNothing({ replayed }: OperationRecord): boolean {
  return replayed?.exchanges.every(({ response }) => !/^HTTP\/1\.1 (?!40[134])\d/.test(response)) ?? true;
}
