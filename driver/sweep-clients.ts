import type { Exchange, WireRequest } from './exchange.ts';
import { listClients, type ListedClient } from './list-clients.ts';
import { clientPath, plainRequest, type Account } from './plain-request.ts';
import type { LedgerState } from './read-ledger.ts';

/** What to look for on a target. */
export interface SweepPlan {
  readonly ledgers: readonly LedgerState[];
  /** Clients whose names begin with it are removed too, whoever made them; null for none. */
  readonly prefix: string | null;
  readonly maxPages: number;
}

/** What a sweep has done. */
export interface Sweep {
  readonly removed: readonly ListedClient[];
  readonly left: readonly ListedClient[];
  /** Whether all clients of the target were looked at. */
  readonly isComplete: boolean;
}

type Send = (request: WireRequest) => Promise<Exchange>;

/**
 * Removes what runs left on a target that others use: the clients that the ledgers know by id, and those on the list
 * that are called and described as a request was that no id is known of. Nothing that stood there before the run.
 */
export async function sweepClients(send: Send, account: Account, plan: SweepPlan): Promise<Sweep> {
  const isOurs = ownership(plan);
  const list = await listClients(send, account, plan.maxPages);
  const listed = list.clients.filter(isOurs);
  const ids = new Set(listed.map(({ id }) => id));
  const unlisted = plan.ledgers
    .flatMap(({ open, before }) => [...open].filter((id) => !before.has(id)))
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, name: null, description: null }));
  const removed: ListedClient[] = [];
  const left: ListedClient[] = [];
  for (const client of [...listed, ...unlisted]) {
    const isGone = await remove(send, account, client.id);
    // Somebody else has removed it.
    if (isGone === 'absent') continue;
    (isGone === 'removed' ? removed : left).push(client);
  }
  return { removed, left, isComplete: list.isComplete };
}

/** Tells whose a client is. */
function ownership({ ledgers, prefix }: SweepPlan): (client: ListedClient) => boolean {
  const sent = ledgers.map(({ before, created, unnumbered }) => {
    const byName = new Map<string, (string | null)[]>();
    for (const { name, description } of unnumbered)
      byName.set(name, [...(byName.get(name) ?? []), description]);
    return { before, created, byName };
  });
  return ({ id, name, description }) =>
    (prefix !== null && name?.startsWith(prefix) === true) ||
    sent.some(({ before, created, byName }) => {
      if (before.has(id)) return false;
      if (created.has(id)) return true;
      const descriptions = name === null ? undefined : byName.get(name);
      return (
        descriptions?.some((one) => one === null || description === null || one === description) === true
      );
    });
}

async function remove(send: Send, account: Account, id: string): Promise<'removed' | 'absent' | 'left'> {
  const status = await statusOf(send, plainRequest(account, 'DELETE', clientPath(id)));
  if (status !== 404 && (status < 200 || status > 299)) return 'left';
  // A target may say that a client is gone and keep it.
  if ((await statusOf(send, plainRequest(account, 'GET', clientPath(id)))) === 200) return 'left';
  return status === 404 ? 'absent' : 'removed';
}

/** Asked twice where the answer is one that gateways under load give now and then. */
async function statusOf(send: Send, request: WireRequest): Promise<number> {
  const first = (await send(request)).response?.status ?? 0;
  const isSporadic = [0, 401, 403, 429, 502, 503].includes(first);
  return isSporadic ? ((await send(request)).response?.status ?? 0) : first;
}
