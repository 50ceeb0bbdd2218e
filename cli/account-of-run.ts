import { beginLedger } from '../driver/ledger.ts';
import { listClients } from '../driver/list-clients.ts';
import { redactText } from '../driver/redact-text.ts';
import { sweepClients } from '../driver/sweep-clients.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import { readStored, removeLedgers } from './ledger-files.ts';
import { openPlannedTarget, type TargetPlan } from './planned-target.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';

/** Whose clients they are: the target, its user and the ledger of the run. */
export type AccountPlan = TargetPlan & Pick<RunPlan, 'basePath' | 'username' | 'ledgerFile'>;

/** What a run created on its target, and what is left of it. */
export type Residue = OperationRecord['residue'];

/** 10,000 clients: enough for a shared target, and an end where a list has none. */
const maxPages = 20;

/** Begins the ledger of a run with the clients that stand on the target before it: those are never ours. */
export async function openAccount(plan: AccountPlan, secrets: RunSecrets): Promise<void> {
  if (plan.ledgerFile === null) return;
  const target = openPlannedTarget(plan, secrets, 1);
  try {
    const { basePath, username } = plan;
    const { clients } = await listClients(
      target.send,
      { basePath, username, password: secrets.password },
      maxPages,
    );
    beginLedger(
      plan.ledgerFile,
      { target: plan.origin + basePath, username },
      clients.map(({ id }) => id),
    );
  } finally {
    await target.close();
  }
}

/**
 * Ends the ledger of a run: looks on the target for what the run has created and not removed, removes it, and tells
 * what is left. A ledger that nothing is left of goes; any other stays for the command `clean`.
 */
export async function closeAccount(
  plan: AccountPlan,
  secrets: RunSecrets,
  counted: Residue,
): Promise<Residue> {
  const ledger = plan.ledgerFile === null ? null : await readStored(plan.ledgerFile);
  if (ledger === null) return counted;
  const { state, file } = ledger;
  const target = openPlannedTarget(plan, secrets, 1);
  try {
    const { basePath, username } = plan;
    const account = { basePath, username, password: secrets.password };
    const sweep = await sweepClients(target.send, account, { ledgers: [state], prefix: null, maxPages });
    const left = sweep.left.map(({ id }) => redactText(id, [secrets.password]));
    const isSettled =
      left.length === 0 && (sweep.isComplete || (state.open.size === 0 && state.unanswered === 0));
    if (isSettled) await removeLedgers([file]);
    // Clients that only the list has told of were created as well.
    const created = Math.max(counted.created, state.created.size + countUnknown(sweep, state.created));
    return { created, removed: created - left.length, left };
  } finally {
    await target.close();
  }
}

function countUnknown(
  { removed, left }: Awaited<ReturnType<typeof sweepClients>>,
  known: ReadonlySet<string>,
): number {
  return [...removed, ...left].filter(({ id }) => !known.has(id)).length;
}
