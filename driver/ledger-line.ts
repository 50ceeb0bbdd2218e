import type { Creation } from './creation.ts';

/** Which target a ledger is of, and as whom it was driven. */
export interface LedgerHeader {
  /** Origin and base path. */
  readonly target: string;
  readonly username: string;
}

/** One line of a ledger. */
export type LedgerLine =
  | ({ readonly event: 'begun' } & LedgerHeader)
  /** Ids of clients that stood on the target before the run: not ours, whatever they are called. `isWhole`: there were no others. */
  | { readonly event: 'before'; readonly ids: readonly string[]; readonly isWhole: boolean }
  | { readonly event: 'sending'; readonly request: string; readonly client: Creation | null }
  /** `id` is null where the answer tells of no client. */
  | { readonly event: 'answered'; readonly request: string; readonly id: string | null }
  | { readonly event: 'removed'; readonly id: string };
