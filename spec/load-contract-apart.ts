import type { ContractOutcome } from './apart-thread.ts';
import { runApart } from './apart.ts';
import { ContractError } from './contract-error.ts';
import type { Contract } from './operation.ts';
import type { ReadingOptions } from './read-document.ts';
import { UnreadableError } from './parse-document.ts';

/**
 * As `loadContract`, for documents that others have written: within limits of time and memory, whatever the document
 * does to parser and validator. Throws a ContractError and nothing else.
 */
export async function loadContractApart(
  source: string,
  { isAnywhereAllowed = false }: ReadingOptions = {},
): Promise<Contract> {
  const outcome = await read(source, isAnywhereAllowed);
  if ('contract' in outcome) return outcome.contract;
  throw new ContractError(outcome.code, outcome.source, outcome.problems);
}

async function read(source: string, isAnywhereAllowed: boolean): Promise<ContractOutcome> {
  try {
    return (await runApart({ kind: 'contract', source, isAnywhereAllowed })) as ContractOutcome;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    // Anything else is a mistake of ours, but one that this document has found: without it the command works.
    const message =
      error instanceof UnreadableError ? error.message : `cannot be read (${reason ?? ''}); please report it`;
    return { code: 'unreadable', source, problems: [{ pointer: '', message }] };
  }
}
