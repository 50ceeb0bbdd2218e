import { statSync } from 'node:fs';
import { beginClientLedger, endClientLedger } from '../driver/clients/client-ledger.ts';
import { listClients } from '../driver/clients/list-clients.ts';
import type { LedgerState } from '../driver/clients/read-client-ledger.ts';
import { counted as countOf } from '../reports/counted.ts';
import { redactText } from '../driver/secrets/redactor.ts';
import { sweepClients } from '../driver/clients/sweep-clients.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import { limitAfter, soonest } from '../driver/time-limit.ts';
import type { TimeLimit } from '../driver/time-limit.ts';
import { countOnInterrupt, graces, runEnd } from './interruption.ts';
import { readStored, removeClientLedgers } from './client-ledger-files.ts';
import { loginOf, openPlannedTarget } from './planned-target.ts';
import type { TargetPlan } from './planned-target.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';
import { messages } from './terminal.ts';

/** The target, its user and the ledger of the run: everything needed to find the run's clients. */
export type ClientLedgerPlan = TargetPlan &
  Pick<RunPlan, 'basePath' | 'username' | 'mark' | 'ledgerFile' | 'replay'>;

/** What a run created on its target, and what is left of it. */
export type RecordedResidue = OperationRecord['residue'];

/** 10,000 clients: enough for a shared target, and a limit for lists that never end. */
const maxPages = 20;
/** As many as the requests that a run has in flight on a target other than loopback. */
const sweepConcurrency = 8;

/** The limit for reading the list before a run, and for the sweep after it, if the run itself has no deadline. */
const longestMs = 60_000;

/** A list that never ends leaves half of the run's time for the run itself. */
const listLimit = (): TimeLimit => soonest(limitAfter(Math.min(longestMs, runEnd.leftMs() / 2)), runEnd);
const sweepLimit = (): TimeLimit => soonest(limitAfter(longestMs), runEnd.plus(graces.sweep));

/** Ends the counting of a ledger's clients at a signal, by file. */
const counting = new Map<string, () => void>();

/** Longer ledgers take longer to read than a signal may stay without an answer. */
const mostBytesAtOnce = 4 * 2 ** 20;

/** How many clients a ledger has that were created and not removed; null if it is too long to be read at once. */
function countOpen(file: string): number | null {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size > mostBytesAtOnce ? null : (readStored(file)?.state.open.size ?? 0);
}

/**
 * Starts a run's ledger with the clients that already exist on the target. These never belong to the run. A replay
 * reads the few clients that it registers instead, to know that they are its own.
 */
export async function openClientLedger(plan: ClientLedgerPlan, secrets: RunSecrets): Promise<void> {
  if (plan.ledgerFile === null) return;
  const { basePath, username } = plan;
  const head = { target: plan.origin + basePath, username, mark: plan.mark };
  if (plan.replay !== null) {
    beginClientLedger(plan.ledgerFile, head, { ids: [], isWhole: false });
    return;
  }
  const target = openPlannedTarget(plan, secrets, 1, { limit: listLimit() });
  try {
    const list = await listClients(target.send, loginOf(plan, secrets.password), maxPages);
    beginClientLedger(plan.ledgerFile, head, {
      ids: list.clients.map(({ id }) => id),
      isWhole: list.isWhole,
    });
    const { ledgerFile } = plan;
    counting.set(
      ledgerFile,
      countOnInterrupt(() => countOpen(ledgerFile)),
    );
  } finally {
    await target.close();
  }
}

/**
 * Ends the ledger of a run, within a minute or the time that is left. Searches the target for clients that the run has
 * created and not removed, removes them, and reports what is left. The ledger is deleted if nothing is left. Otherwise
 * it is kept for the command `clean`.
 */
export async function closeClientLedger(
  plan: ClientLedgerPlan,
  secrets: RunSecrets,
  counted: RecordedResidue,
): Promise<RecordedResidue> {
  const ledger = plan.ledgerFile === null ? null : readStored(plan.ledgerFile);
  if (ledger === null) return counted;
  counting.get(ledger.file)?.();
  const { state, file } = ledger;
  const isCertain = state.unanswered + state.unnumbered.length === 0;
  if (isCertain && (plan.replay === null ? state.created.size : state.open.size) === 0) {
    // Nothing was sent that could have created a client, or a replay has removed all that its few requests created.
    await removeClientLedgers([file]);
    return counted;
  }
  const limit = sweepLimit();
  const target = openPlannedTarget(plan, secrets, sweepConcurrency, { limit });
  try {
    const sweep = await sweepClients(target.send, loginOf(plan, secrets.password), {
      ...{ ledgers: [state], prefix: null, maxPages, limit },
      concurrency: sweepConcurrency,
    });
    const left = sweep.left.map(({ id }) => redactText(id, [secrets.password]));
    const isSettled =
      left.length + sweep.doubtful.length === 0 &&
      (sweep.isComplete || ([...state.open].every((id) => state.before.has(id)) && state.unanswered === 0));
    if (isSettled) await removeClientLedgers([file]);
    else endClientLedger(file);
    const created = countCreated(state, sweep, counted);
    return { created, removed: created - left.length, left };
  } finally {
    await target.close();
  }
}

/**
 * How many clients the run has created: those that only the list has shown as well, and none that was there before,
 * whatever the answer to a registration said.
 */
function countCreated(
  { created, before }: LedgerState,
  sweep: Awaited<ReturnType<typeof sweepClients>>,
  counted: RecordedResidue,
): number {
  const known = created.size + countUnknown(sweep, created);
  const inherited = [...created.keys()].filter((id) => before.has(id)).length;
  if (inherited === 0) return Math.max(counted.created, known);
  // Each registration that was answered with such a client has been counted.
  messages.notes(inheritedNote(inherited));
  return known - inherited;
}

/** Only a run that has its target to itself uses such clients. */
function inheritedNote(count: number): string {
  return `registrations were answered with ${countOf(count, 'id')} of clients that were there before the run: these count neither as created nor as removed`;
}

function countUnknown(
  { removed, left }: Awaited<ReturnType<typeof sweepClients>>,
  known: LedgerState['created'],
): number {
  return [...removed, ...left].filter(({ id }) => !known.has(id)).length;
}
