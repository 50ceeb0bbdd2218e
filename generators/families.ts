import type { Contract } from '../spec/operation.ts';
import { operationIds } from '../spec/operation-ids.ts';
import type { OperationId, SuiteId } from '../spec/operation-ids.ts';
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

/**
 * All families of a suite, with unique names. Sessions are driven last, so they have those of all operations that may end
 * the target: with their operation, they would keep the others after it from being judged.
 */
function buildFamilies(contract: Contract, suite: SuiteId): readonly Family[] {
  if (suite !== 'session')
    return operationFamilies(contract, suite).filter(({ isCrashProne }) => isCrashProne !== true);
  return [
    ...familiesWithParameters(contract, buildSessionFamilies(contract), { isMainDone: false }),
    ...operationIds
      .flatMap((operation) => operationFamilies(contract, operation))
      .filter(({ isCrashProne }) => isCrashProne === true),
  ];
}

/** The valid families of an operation, then the broken ones. */
function operationFamilies(contract: Contract, suite: OperationId): readonly Family[] {
  const operation = contract.operations[suite];
  const valid =
    whyUnsendable(operation) === null ? buildValidFamilies(sendableContract(contract).contract, suite) : [];
  const broken = buildBrokenFamilies(contract, operation);
  return [
    ...familiesWithParameters(contract, valid, { isMainDone: false }),
    ...familiesWithParameters(contract, broken, { isMainDone: true }),
  ];
}
