import { bundledContract } from '../spec/bundled-contract.ts';
import { ContractError } from '../spec/contract-error.ts';
import { loadContract } from '../spec/load-contract.ts';
import type { Contract } from '../spec/operation.ts';
import { UserError } from './user-error.ts';

/** Loads the contract of a run. All problems of an unusable one are listed, a line each, with their JSON pointers. */
export async function loadRunContract(source: string | undefined): Promise<Contract> {
  try {
    return await loadContract(source ?? bundledContract);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new UserError(error.message);
  }
}
