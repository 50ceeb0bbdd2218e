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

/** What to look for on a target, and how long. */
export interface SweepPlan extends ClaimPlan {
  readonly maxPages: number;
  /** Holds for all of it: what has no answer by then is left alone. */
  readonly limit: TimeLimit;
  /** Clients that are removed side by side; 8 where nothing is said. */
  readonly concurrency?: number;
  /** Only looks: `removed` is then what would be. */
  readonly isDry?: boolean;
}

/** A client that a sweep has not removed, and why, in one line. */
export interface LeftClient extends ListedClient {
  readonly reason: string;
}

/** What a sweep has done. */
export interface Sweep {
  readonly removed: readonly ListedClient[];
  /** Ours, and still there as far as is known. */
  readonly left: readonly LeftClient[];
  /** May be ours or somebody else's: not touched. */
  readonly doubtful: readonly LeftClient[];
  /** Whether all clients of the target were looked at. */
  readonly isComplete: boolean;
}

type Send = (request: WireRequest) => Promise<Exchange>;

/** The list has its time, so that a list without an end leaves enough to remove what it has shown. */
const longestListMs = 120_000;
const usualConcurrency = 8;

/**
 * Removes what runs left on a target that others use: first the clients that the ledgers know by id, then those on the
 * list that are marked, named and described as a request was that no id is known of. Each is read before it is removed,
 * and has to be what was sent. Nothing that stood there before its run.
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

/** What became of a client; `spared` is somebody else's. */
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

  /** Removes those of the clients that are ours, some side by side. */
  async removeAll(clients: readonly SeenClient[]): Promise<void> {
    // Of most clients of a shared target the list alone tells that they are somebody else's.
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
    // A list may be behind: what was removed by its id is still on it.
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
