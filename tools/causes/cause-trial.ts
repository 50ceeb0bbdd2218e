import { catalogue } from '../../checks/catalogue.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import { findAllCauses } from '../../reports/causes/find-causes.ts';
import type { EffortName } from '../../generators/effort.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import type { Fault } from '../../targets/reference/faults/fault.ts';
import { faults } from '../../targets/reference/faults/index.ts';
import { driveFaults } from './drive-faults.ts';

/** Faults to drive at once, by id. */
export interface CauseTrial {
  readonly faults: readonly string[];
  readonly seed: number;
  readonly effort: EffortName;
}

/** The causes that were named, in their order: the rule that names each, or the id of a known cause. Plain JSON. */
export interface CauseTrialResult extends Pick<CauseTrial, 'faults'> {
  readonly causes: readonly { readonly id: string; readonly rule: string; readonly statement: string }[];
}

/** Awaited in `run`, because the pool cannot load a module with a top-level await. */
const contract = loadBundledContract();

/**
 * Drives faults in a process of the pool, and explains what was found. If one of them does not show in a smoke run by
 * any rule that it trips, they are driven again with the effort `default`.
 */
export async function run({ faults: ids, seed, effort }: CauseTrial): Promise<CauseTrialResult> {
  const chosen = faults.filter(({ id }) => ids.includes(id));
  const drive = async (spent: EffortName): Promise<readonly OperationRecord[]> =>
    driveFaults(chosen, { contract: await contract, seed, effort: spent });
  const first = await drive(effort);
  const isShown = chosen.every((fault) => doesShow(fault, first));
  const records = isShown || effort !== 'smoke' ? first : await drive('default');
  const causes = findAllCauses({ records, rules: catalogue });
  return {
    faults: ids,
    causes: causes.map(({ id, lead, statement }) => ({ id, rule: lead.rule, statement })),
  };
}

function doesShow({ trips }: Fault, records: readonly OperationRecord[]): boolean {
  return records.some(({ rules }) =>
    rules.some(({ rule, violated }) => violated > 0 && trips.includes(rule)),
  );
}
