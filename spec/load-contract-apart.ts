import type { ContractOutcome } from './apart-thread.ts';
import { runApart } from './apart.ts';
import { ContractError } from './contract-error.ts';
import type { Contract } from './operation.ts';
import type { ReadingOptions } from './read-document.ts';
import { UnreadableError } from './parse-document.ts';

/**
 * Like `loadContract`, for documents that others have written. Keeps within limits of time and memory, whatever the
 * document does to the parser and the validator. Throws only a ContractError.
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
    // Anything else is a bug of ours that this document has triggered. Without this document the command works.
    const message =
      error instanceof UnreadableError ? error.message : `cannot be read (${reason ?? ''}); please report it`;
    return { code: 'unreadable', source, problems: [{ pointer: '', message }] };
  }
}
