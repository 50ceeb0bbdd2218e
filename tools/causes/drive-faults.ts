import { rulesOf } from '../../checks/catalogue.ts';
import { withLatencyLimit } from '../../checks/robustness/rules.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import type { EffortName } from '../../generators/effort.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { Fault } from '../../targets/reference/faults/fault.ts';
import { driveSuite } from '../detection/drive-suite.ts';

const concurrency = 32;
const timeoutMs = 2000;
const slowness: readonly string[] = ['robustness.answer.prompt', 'robustness.hard-input.prompt'];
/** Low for a fault that is slow, so that it need not be slower; otherwise out of reach of a busy machine. */
const latencyLimitsMs = { slow: 500, other: 60_000 };

/** The cases with which faults are driven. */
export interface FaultDrive {
  readonly contract: Contract;
  readonly seed: number;
  readonly effort: EffortName;
}

/** Drives all suites against a reference target with some faults at once, judged by every rule. */
export async function driveFaults(
  faults: readonly Fault[],
  { contract, seed, effort }: FaultDrive,
): Promise<readonly OperationRecord[]> {
  const isSlow = faults.some(({ trips }) => trips.some((trip) => slowness.includes(trip)));
  const limit = isSlow ? latencyLimitsMs.slow : latencyLimitsMs.other;
  const reference = await createReference({ faults: faults.map(({ id }) => id), variants: [] });
  const records: OperationRecord[] = [];
  try {
    for (const suite of suiteIds) {
      const rules = withLatencyLimit(rulesOf(suite), limit);
      records.push(
        await driveSuite(suite, {
          ...{ contract, url: reference.url, rules, seed, runs: effort, concurrency, timeoutMs },
          onRequest: () => undefined,
          isEnough: () => false,
        }),
      );
    }
  } finally {
    await reference.close();
  }
  return records;
}
