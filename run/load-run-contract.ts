import { familiesOf } from '../generators/families.ts';
import { leftOutOf } from '../generators/left-out.ts';
import { ContractError } from '../spec/contract-error.ts';
import { loadContractApart } from '../spec/load-contract-apart.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import type { Contract } from '../spec/operation.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { printable, printableLine } from '../reports/printable.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { messages } from './terminal.ts';
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

/** More lines would hide the rest. */
const mostLines = 20;

/**
 * Tells what of a document is not sent, before anything is. Throws a UserError if no requests can be made from it: that
 * is a bug of ours, but the command works without this document.
 */
export function prepareFamilies(
  contract: Contract,
  suites: readonly SuiteId[],
  { spec }: GivenOptions,
): void {
  if (spec === undefined) return;
  try {
    for (const suite of suites) familiesOf(contract, suite);
    const lines = leftOutOf(contract).filter((line) => suites.some((suite) => line.startsWith(`${suite}: `)));
    const rest = lines.length - mostLines;
    messages.notes(
      ...lines.slice(0, mostLines).map((line) => `not sent: ${line}`),
      rest > 0 ? `not sent: … and ${rest} more` : null,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new UserError(
      printableLine(`--spec: ${spec}: no requests can be made from it (${reason ?? ''}); please report it`),
    );
  }
}
