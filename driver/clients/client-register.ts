import type { ForeignReason } from './foreign-value.ts';
import { likenessOf } from './likeness.ts';

/** The clients that existed on a target before a run. */
export interface ClientsBefore {
  readonly ids: Iterable<string>;
  /** Whether these are known to be all. */
  readonly isWhole: boolean;
  /** Whether the run has the target to itself, so that these are its own, and all others too. Default: no. */
  readonly areOurs?: boolean;
}

/** What is known of an id that an answer gives to a new client. `doubtful`: only reading the client can tell. */
export type Standing = 'new' | 'doubtful' | Exclude<ForeignReason, 'another' | 'unread'>;

/** How many ids of others' clients are kept, some 20 MB. Beyond this the register is no longer complete. */
const mostOthers = 100_000;
const beforeTheRun = 0;
/** Characters that lead nowhere else in a path, and that match only themselves. */
const harmless = /^(?!\.{1,2}$)[\w.~:=@+{}-]+$/;

/**
 * Tells the clients that this process has created on a target from all others: those that existed before, those seen
 * since, and those of other processes of the run. Moments are counted, not measured. An id belongs to somebody else if
 * it was seen in an answer that arrived before our request was sent. Our own id may appear in a list that arrives
 * before the answer to its registration.
 */
export class ClientRegister {
  readonly #ours = new Set<string>();
  /** Maps each id to the moment when it was first seen. */
  readonly #others = new Map<string, number>();
  /** Ids of others by their likeness. */
  readonly #alike = new Map<string, string>();
  /** Whether every client of the target is ours, whoever created it. */
  readonly isExclusive: boolean;
  #isWhole: boolean;
  #moment = beforeTheRun;

  /** Without an argument: for a target on which no client was there before. */
  constructor({ ids, isWhole, areOurs = false }: ClientsBefore = { ids: [], isWhole: true }) {
    this.isExclusive = areOurs;
    this.#isWhole = isWhole;
    for (const id of ids) this.#add(id, beforeTheRun);
  }

  /** The current moment, later than all before it. */
  now(): number {
    this.#moment += 1;
    return this.#moment;
  }

  /** Records an id in an answer to a request that creates no client. */
  see(id: string): void {
    if (!this.#ours.has(id) && !this.#others.has(id)) this.#add(id, this.now());
  }

  /** How an id counts that answers a request sent at this moment. */
  standingOf(id: string, sentAt: number): Standing {
    if (this.#ours.has(id)) return 'earlier';
    const seenAt = this.#others.get(id) ?? Infinity;
    if (this.isExclusive) return seenAt === beforeTheRun ? 'inherited' : 'new';
    if (seenAt === beforeTheRun) return 'before';
    if (seenAt < sentAt) return 'meanwhile';
    const other = this.#alike.get(likenessOf(id)) ?? id;
    return this.#isWhole && other === id && harmless.test(id) ? 'new' : 'doubtful';
  }

  /** Records an id as that of a client of ours. */
  own(id: string): void {
    this.#ours.add(id);
    this.#others.delete(id);
    const likeness = likenessOf(id);
    if (this.#alike.get(likeness) === id) this.#alike.delete(likeness);
  }

  isOurs(id: string): boolean {
    return this.#ours.has(id);
  }

  /** Whether an id is that of a client that is not ours, as far as was known at this moment. */
  wasOthers(id: string, moment: number): boolean {
    if (this.#ours.has(id)) return false;
    return !this.#isWhole || (this.#others.get(id) ?? Infinity) < moment;
  }

  /** Whether a text is, or may be taken for, the id of a client that is not ours. */
  isOthers(text: string): boolean {
    if (this.#ours.has(text)) return false;
    return this.#others.has(text) || this.#alike.has(likenessOf(text));
  }

  #add(id: string, moment: number): void {
    if (this.#others.size >= mostOthers) {
      this.#isWhole = false;
      return;
    }
    this.#others.set(id, moment);
    const likeness = likenessOf(id);
    if (!this.#alike.has(likeness)) this.#alike.set(likeness, id);
  }
}
