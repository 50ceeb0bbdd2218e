import type { LedgerState, SentClient } from './read-client-ledger.ts';
import type { ListedClient } from './list-clients.ts';

/** Who owns a client, as far as ledgers and the target tell. If that is doubtful, the reason in one line. */
export type Claim = 'ours' | 'not ours' | { readonly doubt: string };

/** A client as the target shows it. */
export interface SeenClient extends ListedClient {
  /** Whether the target has shown its name and description. If false, only its id is known. */
  readonly isSeen: boolean;
}

/** What a sweep uses to tell who owns a client. */
export interface ClaimPlan {
  readonly ledgers: readonly LedgerState[];
  /** Clients whose names begin with this prefix are ours as well, whoever created them; null for none. */
  readonly prefix: string | null;
  /** Runs that are still in progress. Their clients are not touched. */
  readonly running?: readonly LedgerState[];
}

/** Returns a function that tells who owns a client. Built once for all clients of a sweep. */
export function claimsBy({ ledgers, prefix, running = [] }: ClaimPlan): (client: SeenClient) => Claim {
  const all = ledgers.map((ledger) => ({ ledger, sent: new SentTexts(ledger.unnumbered) }));
  return (client) => {
    if (running.some((ledger) => isOfRun(ledger, client))) return 'not ours';
    if (prefix !== null && client.name?.startsWith(prefix) === true) return 'ours';
    const claims = all.map(({ ledger, sent }) => claimOf(ledger, sent, client));
    return claims.find((claim) => claim === 'ours') ?? claims.find(isDoubt) ?? 'not ours';
  };
}

function isDoubt(claim: Claim): boolean {
  return claim !== 'not ours';
}

function isOfRun(ledger: LedgerState, client: SeenClient): boolean {
  return ledger.created.has(client.id) || bearsMark(ledger, client);
}

function claimOf(ledger: LedgerState, unnumbered: SentTexts, client: SeenClient): Claim {
  if (ledger.before.has(client.id)) return 'not ours';
  const isMarked = bearsMark(ledger, client);
  const sent = ledger.created.get(client.id);
  if (sent !== undefined) return isMarked ? 'ours' : claimById(ledger, sent, client);
  if (isMarked)
    return unnumbered.haveNamed(client) || unnumbered.haveWritten(client)
      ? 'ours'
      : { doubt: 'it bears the mark of the run, but is not as any request of it' };
  return unnumbered.haveNamed(client)
    ? { doubt: 'it is as a request without a mark was, which others may have sent too' }
    : 'not ours';
}

/** Claims an unmarked client whose id answered one of our requests. */
function claimById({ isBeforeWhole }: LedgerState, sent: readonly SentClient[], client: SeenClient): Claim {
  if (client.isSeen)
    return new SentTexts(sent).haveNamed(client)
      ? 'ours'
      : { doubt: 'a request was answered with its id, but it is not as that request' };
  return isBeforeWhole
    ? 'ours'
    : { doubt: 'it cannot be read, and what stood there before the run is not fully known' };
}

/** Ignores case, since a target may change the case of texts. */
function bearsMark({ mark }: LedgerState, { name, description }: SeenClient): boolean {
  return mark !== null && `${name ?? ''}\n${description ?? ''}`.toLowerCase().includes(mark);
}

/** The names and descriptions in sent requests, to look up clients by. */
class SentTexts {
  /** The descriptions for each name; null if none was sent. */
  readonly #named = new Map<string, Set<string | null>>();
  readonly #written: string[] = [];

  constructor(sent: readonly SentClient[]) {
    for (const client of sent) {
      if ('text' in client) {
        this.#written.push(client.text);
        continue;
      }
      const descriptions = this.#named.get(client.name) ?? new Set();
      this.#named.set(client.name, descriptions.add(client.description));
    }
  }

  /** Whether a request has this name and description. A description that was not sent, or is not shown, is ignored. */
  haveNamed({ name, description }: SeenClient): boolean {
    const descriptions = name === null ? undefined : this.#named.get(name);
    if (descriptions === undefined) return false;
    return description === null || descriptions.has(null) || descriptions.has(description);
  }

  /** Whether name and description occur in the text of a request that could not be parsed. */
  haveWritten({ name, description }: SeenClient): boolean {
    return this.#written.some((text) => text.includes(name ?? '') && text.includes(description ?? ''));
  }
}
