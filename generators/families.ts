import type { Contract } from '../spec/operation.ts';
import type { OperationId } from '../spec/operation-ids.ts';
import { buildBrokenFamilies } from './broken/broken-families.ts';
import type { Family } from './family.ts';
import { buildValidFamilies } from './valid/valid-families.ts';

/** All families of cases of an operation, each with a name of its own: valid ones, then broken ones. */
export function buildFamilies(contract: Contract, operationId: OperationId): readonly Family[] {
  return [
    ...buildValidFamilies(contract, operationId),
    ...buildBrokenFamilies(contract, contract.operations[operationId]),
  ];
}
