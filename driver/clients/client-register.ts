import type { ForeignReason } from './foreign-value.ts';
import { likenessOf } from './likeness.ts';

/** What stood on a target before a run. */
export interface ClientsBefore {
  readonly ids: Iterable<string>;
  /** Whether that is known to be all. */
  readonly isWhole: boolean;
}

/** What is known of an id that an answer gives to a new client. `doubtful`: only reading the client can tell. */
export type Standing = 'new' | 'doubtful' | Exclude<ForeignReason, 'another' | 'unread'>;

/** Ids that are kept of others' clients, some 20 MB. Beyond it the register does not know all any more. */
const mostOthers = 100_000;
const beforeTheRun = 0;
/** Characters that lead nowhere else in a path, and that match nothing but themselves. */
const harmless = /^(?!\.{1,2}$)[\w.~:=@+{}-]+$/;

/**
 * Tells the clients that this process has made on a target from all others: those that stood there before, those that
 * were seen since, and those of other processes of the run. Moments are counted, not measured: an id is somebody else's
 * where it was seen in an answer that had come before our request was sent. Our own may well stand on a list that
 * comes before the answer to its registration.
 */
export class ClientRegister {
  readonly #ours = new Set<string>();
  /** With the moment at which each was seen first. */
  readonly #others = new Map<string, number>();
  /** The ids of others by what makes them alike. */
  readonly #alike = new Map<string, string>();
  #isWhole: boolean;
  #moment = beforeTheRun;

  /** Without an argument: a target that nobody else uses. */
  constructor({ ids, isWhole }: ClientsBefore = { ids: [], isWhole: true }) {
    this.#isWhole = isWhole;
    for (const id of ids) this.#add(id, beforeTheRun);
  }

  /** The moment that it is, later than all before it. */
  now(): number {
    this.#moment += 1;
    return this.#moment;
  }

  /** Takes note of an id in an answer to a request that makes no client. */
  see(id: string): void {
    if (!this.#ours.has(id) && !this.#others.has(id)) this.#add(id, this.now());
  }

  /** What is to be thought of an id that a request, sent at a moment, is answered with. */
  standingOf(id: string, sentAt: number): Standing {
    if (this.#ours.has(id)) return 'earlier';
    const seenAt = this.#others.get(id) ?? Infinity;
    if (seenAt === beforeTheRun) return 'before';
    if (seenAt < sentAt) return 'meanwhile';
    const other = this.#alike.get(likenessOf(id)) ?? id;
    return this.#isWhole && other === id && harmless.test(id) ? 'new' : 'doubtful';
  }

  /** Takes an id for that of a client of ours. */
  own(id: string): void {
    this.#ours.add(id);
    this.#others.delete(id);
    const likeness = likenessOf(id);
    if (this.#alike.get(likeness) === id) this.#alike.delete(likeness);
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
