import { ContractError } from '../spec/contract-error.ts';
import { loadContractApart } from '../spec/load-contract-apart.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import type { Contract } from '../spec/operation.ts';
import { printable } from '../reports/printable.ts';
import type { GivenOptions } from './run-settings.ts';
import { UserError } from './user-error.ts';

/** More problems would not help anybody. A document of another kind can have one per line. */
const mostProblems = 100;

/**
 * Loads the contract of a run. Throws a UserError that lists all problems of an unusable contract, one per line, with
 * their JSON pointers.
 */
export async function loadRunContract({ spec, allowRefs }: GivenOptions): Promise<Contract> {
  try {
    if (spec === undefined) return await loadBundledContract();
    return await loadContractApart(spec, { isAnywhereAllowed: allowRefs === true });
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const lines = printable(error.message).split('\n');
    const rest = lines.length - mostProblems;
    throw new UserError(
      [...lines.slice(0, mostProblems), ...(rest > 0 ? [`… and ${rest} more problems`] : [])].join('\n'),
    );
  }
}
