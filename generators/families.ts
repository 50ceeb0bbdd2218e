import type { Contract } from '../spec/operation.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { buildBrokenFamilies } from './broken/broken-families.ts';
import type { Family } from './family.ts';
import { familiesWithParameters } from './parameters/family-with-parameters.ts';
import { whyUnsendable } from './parameters/required-parameters.ts';
import { sendableContract } from './sendable-contract.ts';
import { buildSessionFamilies } from './session/session-families.ts';
import { buildValidFamilies } from './valid/valid-families.ts';

const built = new WeakMap<Contract, Map<SuiteId, readonly Family[]>>();

/** The families of a suite. They are built at the first call and keep no state of a run. */
export function familiesOf(contract: Contract, suite: SuiteId): readonly Family[] {
  const ofContract = built.get(contract) ?? new Map<SuiteId, readonly Family[]>();
  built.set(contract, ofContract);
  const families = ofContract.get(suite) ?? buildFamilies(contract, suite);
  ofContract.set(suite, families);
  return families;
}

/** All families of a suite, with unique names: for an operation the valid ones, then the broken ones. */
function buildFamilies(contract: Contract, suite: SuiteId): readonly Family[] {
  if (suite === 'session')
    return familiesWithParameters(contract, buildSessionFamilies(contract), { isMainDone: false });
  const operation = contract.operations[suite];
  const valid =
    whyUnsendable(operation) === null ? buildValidFamilies(sendableContract(contract).contract, suite) : [];
  const broken = buildBrokenFamilies(contract, operation);
  return [
    ...familiesWithParameters(contract, valid, { isMainDone: false }),
    ...familiesWithParameters(contract, broken, { isMainDone: true }),
  ];
}
