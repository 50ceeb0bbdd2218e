import { rulesOf } from '../../checks/catalogue.ts';
import { familiesOf } from '../../generators/families.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { isNeededBy } from '../../suites/engine/needed-families.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { Fault } from '../../targets/reference/faults/fault.ts';
import { faults } from '../../targets/reference/faults/index.ts';
import { driveSuite } from '../detection/drive-suite.ts';
import { WorthTally } from './worth-tally.ts';
import type { FamilyWorth } from './worth-tally.ts';

/** What to learn from: a fault, or null for the clean target. */
export interface WorthTrial {
  readonly fault: string | null;
  readonly seed: number;
  /** The most cases that are driven of each family. */
  readonly casesEach: number;
}

const timeoutMs = 1000;

/** Awaited in `run`, because the pool cannot load a module with a top-level await. */
const contract = loadBundledContract();

/** Drives a few cases of each family that can show a fault, and counts what its rules say of them. */
export async function run({ fault: id, ...trial }: WorthTrial): Promise<readonly FamilyWorth[]> {
  const fault = faults.find((candidate) => candidate.id === id) ?? null;
  const reference = await createReference({ faults: fault === null ? [] : [fault.id], variants: [] });
  const worths: FamilyWorth[] = [];
  try {
    for (const suite of suiteIds)
      worths.push(...(await learnFrom(suite, fault, { ...trial, url: reference.url })));
  } finally {
    await reference.close();
  }
  return worths;
}

async function learnFrom(
  suite: SuiteId,
  fault: Fault | null,
  { url, seed, casesEach }: Omit<WorthTrial, 'fault'> & { readonly url: string },
): Promise<readonly FamilyWorth[]> {
  const rules = rulesOf(suite).filter(({ id }) => fault === null || fault.trips.includes(id));
  const canShow = fault?.operations === undefined || suite === 'session' || fault.operations.includes(suite);
  if (!canShow || rules.length === 0) return [];
  const families = familiesOf(await contract, suite)
    .filter(isNeededBy(rules))
    .map((family) => ({ ...family, enough: Math.min(family.enough, casesEach) }));
  const tally = new WorthTally(suite, rules);
  await driveSuite(suite, {
    ...{ contract: await contract, url, seed, families, rules: tally.rules, timeoutMs },
    ...{ runs: families.length * casesEach, concurrency: 16 },
    witness: ({ testCase, result }) => {
      tally.add(testCase, result);
    },
    onRequest: () => undefined,
    isEnough: () => false,
  });
  return tally.worths();
}
