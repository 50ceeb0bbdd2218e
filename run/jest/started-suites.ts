import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { DrivenSuites } from '../conduct-run.ts';
import { planVariable, writeRunPlan } from '../run-plan.ts';
import type { JestPlan, MergePlan, RunPlan } from '../run-plan.ts';
import { recordOr } from '../suite-records.ts';

let isStarted = false;

/** Whether this process has told Jest's processes what to drive. */
export function areSuitesStarted(): boolean {
  return isStarted;
}

/** Tells Jest's processes what to drive, until the promised function is called. `workDir` is a folder of the run. */
export async function startSuites(plan: JestPlan, workDir: string): Promise<() => void> {
  if (plan.kind !== 'nothing') await mkdir(plan.recordsDir, { recursive: true });
  const planFile = path.join(workDir, 'run-plan.json');
  await writeRunPlan(planFile, plan);
  process.env[planVariable] = planFile;
  isStarted = true;
  return () => {
    isStarted = false;
    Reflect.deleteProperty(process.env, planVariable);
  };
}

/** How the suites ended. */
export interface SuitesEnd {
  /** The message of the error that ended a suite's process or file, by suite. */
  readonly crashes: ReadonlyMap<string, string>;
  /** Whether Jest was still running when its time was up. */
  readonly isOver: boolean;
}

/** Errors of a worker process rather than of the code in it: it was killed or ran out of memory. */
const lostProcess = /^(?:A jest worker process|Jest worker (?:ran out of memory|encountered))/;

/** Reads the records that suites wrote. If one wrote none, its record says why. */
export async function readDriven(
  { recordsDir, suites }: RunPlan | MergePlan,
  { crashes, isOver }: SuitesEnd,
): Promise<DrivenSuites> {
  const reasonOf = (suite: SuiteId): string =>
    isOver
      ? 'the run ended before it was reached'
      : `its process was lost: ${crashes.get(suite) ?? 'no trace of it'}`;
  const records = await Promise.all(suites.map((suite) => recordOr(recordsDir, suite, reasonOf)));
  const [mistake] = [...crashes].filter(([, message]) => !lostProcess.test(message));
  return { records, mistake: mistake === undefined ? null : `${mistake[0]}: ${mistake[1]}` };
}
