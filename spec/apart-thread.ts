import { parentPort, workerData } from 'node:worker_threads';
import { ContractError } from './contract-error.ts';
import { loadContract } from './load-contract.ts';
import type { Contract } from './operation.ts';
import { parseJsonOrYaml } from './parse-document.ts';
import type { Parsed } from './parse-document.ts';

/** A task that runs in a thread of its own, with all that it needs. */
export type ApartTask =
  | { readonly kind: 'contract'; readonly source: string; readonly isAnywhereAllowed: boolean }
  | { readonly kind: 'parse'; readonly text: string };

/**
 * A contract, or the reason why there is none. The reason is plain data, since errors lose their class between threads.
 */
export type ContractOutcome =
  { readonly contract: Contract } | Pick<ContractError, 'code' | 'source' | 'problems'>;

parentPort?.postMessage(await outcomeOf(workerData as ApartTask));

async function outcomeOf(task: ApartTask): Promise<ContractOutcome | Parsed> {
  if (task.kind === 'parse') return parseJsonOrYaml(task.text);
  const { source, isAnywhereAllowed } = task;
  try {
    return { contract: await loadContract(source, { isAnywhereAllowed }) };
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const { code, problems } = error;
    return { code, source: error.source, problems };
  }
}
