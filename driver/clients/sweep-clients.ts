import { claimsBy } from './client-claim.ts';
import type { Claim, ClaimPlan, SeenClient } from './client-claim.ts';
import { ClientRemover } from './client-remover.ts';
import type { Removal } from './client-remover.ts';
import type { Exchange, WireRequest } from '../exchange.ts';
import { listClients } from './list-clients.ts';
import type { ListedClient } from './list-clients.ts';
import type { TargetLogin } from '../plain-request.ts';
import type { LedgerState } from './read-client-ledger.ts';
import { limitAfter, soonest } from '../time-limit.ts';
import type { TimeLimit } from '../time-limit.ts';

/** What a sweep looks for on a target, and its limits. */
export interface SweepPlan extends ClaimPlan {
  readonly maxPages: number;
  /** Limits the whole sweep: what has no answer by then is left alone. */
  readonly limit: TimeLimit;
  /** How many clients are removed in parallel. Default: 8. */
  readonly concurrency?: number;
  /** Removes nothing: `removed` then lists what would be removed. */
  readonly isDry?: boolean;
}

/** A client that a sweep did not remove, and the reason in one line. */
export interface LeftClient extends ListedClient {
  readonly reason: string;
}

export interface Sweep {
  readonly removed: readonly ListedClient[];
  /** Ours, and still there as far as is known. */
  readonly left: readonly LeftClient[];
  /** Ours or somebody else's: not touched. */
  readonly doubtful: readonly LeftClient[];
  /** Whether all clients of the target were examined. */
  readonly isComplete: boolean;
}

type Send = (request: WireRequest) => Promise<Exchange>;

/** Limit for listing, so that an endless list leaves enough time to remove the clients it has shown. */
const longestListMs = 120_000;
const usualConcurrency = 8;

/**
 * Removes what runs left behind on a target that others use. First come the clients whose ids the ledgers know. Then
 * come listed clients whose mark, name and description are those of a request without a known id. Each client is read
 * before it is removed, and must be what was sent. Clients that existed before their run are never removed.
 */
export async function sweepClients(send: Send, login: TargetLogin, plan: SweepPlan): Promise<Sweep> {
  const { limit, maxPages } = plan;
  const remover = new ClientRemover(send, login, limit);
  const sweep = new SweepUnderWay(remover, plan);
  await sweep.removeAll(openClients(plan.ledgers));
  const listLimit = soonest(limit, limitAfter(Math.min(longestListMs, limit.leftMs() / 2)));
  const list =
    remover.whyStopped() === null
      ? await listClients(send, login, maxPages, listLimit)
      : { clients: [], isComplete: false };
  await sweep.removeAll(list.clients.map((client) => ({ ...client, isSeen: true })));
  return { ...sweep.outcome(), isComplete: list.isComplete };
}

function openClients(ledgers: readonly LedgerState[]): readonly SeenClient[] {
  const ids = new Set(ledgers.flatMap(({ open, before }) => [...open].filter((id) => !before.has(id))));
  return [...ids].map((id) => ({ id, name: null, description: null, isSeen: false }));
}

/** What became of a client; `spared` means that it is somebody else's. */
type Outcome = Removal | 'spared' | { readonly doubt: string };

class SweepUnderWay {
  readonly #remover: ClientRemover;
  readonly #plan: SweepPlan;
  readonly #claim: (client: SeenClient) => Claim;
  readonly #outcomes = new Map<string, { readonly client: ListedClient; readonly outcome: Outcome }>();

  constructor(remover: ClientRemover, plan: SweepPlan) {
    this.#remover = remover;
    this.#plan = plan;
    this.#claim = claimsBy(plan);
  }

  /** Removes those of the clients that are ours, several in parallel. */
  async removeAll(clients: readonly SeenClient[]): Promise<void> {
    // For most clients of a shared target, the list is enough to tell that they are somebody else's.
    const queue = clients.filter((client) => !client.isSeen || this.#claim(client) !== 'not ours').values();
    const worker = async (): Promise<void> => {
      for (const client of queue) await this.#settle(client);
    };
    await Promise.all(Array.from({ length: this.#plan.concurrency ?? usualConcurrency }, worker));
  }

  outcome(): Omit<Sweep, 'isComplete'> {
    const all = [...this.#outcomes.values()];
    return {
      removed: all.flatMap(({ client, outcome }) => (outcome === 'removed' ? [client] : [])),
      left: all.flatMap(({ client, outcome }) =>
        typeof outcome === 'object' && 'left' in outcome ? [{ ...client, reason: outcome.left }] : [],
      ),
      doubtful: all.flatMap(({ client, outcome }) =>
        typeof outcome === 'object' && 'doubt' in outcome ? [{ ...client, reason: outcome.doubt }] : [],
      ),
    };
  }

  async #settle(client: SeenClient): Promise<void> {
    const { seen, outcome } = await this.#remove(client);
    // A list may be out of date: a client that was removed by its id may still be listed.
    if (this.#outcomes.get(seen.id)?.outcome === 'removed' && outcome === 'absent') return;
    const { id, name, description } = seen;
    this.#outcomes.set(id, { client: { id, name, description }, outcome });
  }

  async #remove(client: SeenClient): Promise<{ readonly seen: SeenClient; readonly outcome: Outcome }> {
    const { id } = client;
    const read = await this.#remover.read(id);
    if (read.is === 'not asked') return { seen: client, outcome: { left: read.why } };
    if (read.is === 'gone' && !client.isSeen) return { seen: client, outcome: 'absent' };
    const seen = read.is === 'there' ? { ...read.client, isSeen: true } : client;
    const claim = this.#claim(seen);
    if (claim === 'not ours') return { seen, outcome: 'spared' };
    if (claim !== 'ours') return { seen, outcome: claim };
    if (this.#plan.isDry !== true) return { seen, outcome: await this.#remover.remove(id) };
    return { seen, outcome: read.is === 'gone' ? 'absent' : 'removed' };
  }
}
