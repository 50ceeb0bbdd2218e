import type { Creation } from './creation.ts';
import { parseLedgerLine, type LedgerHeader, type LedgerLine } from './client-ledger-line.ts';
import type { ProcessMark } from './process-mark.ts';

/** What a request would have created: by name, or as a text that contains its name and description. */
export type SentClient = Creation | { readonly text: string };

/** The content of a ledger. Unreadable parts make it incomplete, and then fewer clients are removed. */
export interface LedgerState extends LedgerHeader {
  readonly before: ReadonlySet<string>;
  /** Whether `before` is complete. */
  readonly isBeforeWhole: boolean;
  /** The ids that requests of the run received, removed or not, with what each request sent. */
  readonly created: ReadonlyMap<string, readonly SentClient[]>;
  /** Those of them that were not removed, as far as the ledger knows. */
  readonly open: ReadonlySet<string>;
  /** Clients of requests without a known id: refused, or without an answer. They may exist all the same. */
  readonly unnumbered: readonly SentClient[];
  /** How many requests have had no answer. */
  readonly unanswered: number;
  /** The processes that wrote it. */
  readonly processes: readonly ProcessMark[];
  /** Whether the run has come to its end. */
  readonly hasEnded: boolean;
}

/** A ledger has no longer lines: in the longest, with 500 ids, each may take some 4,000 characters. */
export const longestLine = 2 ** 21;

/** Reads a ledger. Skips a line that a crash cut off. Null if the beginning is not that of a ledger. */
export function readClientLedger(text: string | Iterable<string>): LedgerState | null {
  const lines = typeof text === 'string' ? text.split('\n') : text;
  let reader: LedgerReader | null = null;
  for (const raw of lines) {
    if (raw === '') continue;
    const line = raw.length > longestLine ? null : parseLedgerLine(raw);
    if (reader === null) {
      if (line?.event !== 'begun') return null;
      reader = new LedgerReader(line);
    } else if (line !== null) reader.add(line);
  }
  return reader?.state() ?? null;
}

/** A recorded request, and what became of it. */
interface SentRequest {
  readonly client: SentClient | null;
  isAnswered: boolean;
}

class LedgerReader {
  readonly #header: LedgerHeader;
  readonly #before = new Set<string>();
  #listed: { readonly count: number; readonly isWhole: boolean } | null = null;
  readonly #created = new Map<string, SentClient[]>();
  readonly #open = new Set<string>();
  readonly #sent = new Map<string, SentRequest>();
  readonly #processes: ProcessMark[] = [];
  #hasEnded = false;

  constructor({ target, username, mark }: LedgerHeader) {
    this.#header = { target, username, mark };
  }

  add(line: LedgerLine): void {
    switch (line.event) {
      case 'before':
        for (const id of line.ids) this.#before.add(id);
        return;
      case 'listed':
        this.#listed = line;
        return;
      case 'opened':
        this.#processes.push({ pid: line.pid, machine: line.machine, born: line.born });
        return;
      case 'sending':
        this.#sent.set(line.request, { client: sentClient(line), isAnswered: false });
        return;
      case 'answered':
        this.#answer(line.request, line.id);
        return;
      case 'removed':
        this.#open.delete(line.id);
        return;
      case 'ended':
        this.#hasEnded = true;
        return;
      case 'begun':
        // Only the first header counts.
        return;
    }
  }

  state(): LedgerState {
    const left = [...this.#sent.values()];
    return {
      ...this.#header,
      before: this.#before,
      isBeforeWhole: this.#listed?.isWhole === true && this.#listed.count === this.#before.size,
      created: this.#created,
      open: this.#open,
      unnumbered: left.flatMap(({ client }) => (client === null ? [] : [client])),
      unanswered: left.filter(({ isAnswered }) => !isAnswered).length,
      processes: this.#processes,
      hasEnded: this.#hasEnded,
    };
  }

  #answer(number: string, id: string | null): void {
    const request = this.#sent.get(number);
    if (request !== undefined) request.isAnswered = true;
    if (id === null) return;
    this.#sent.delete(number);
    const sent = this.#created.get(id) ?? [];
    this.#created.set(id, sent);
    if (request?.client != null) sent.push(request.client);
    this.#open.add(id);
  }
}

function sentClient({ client, text }: Extract<LedgerLine, { event: 'sending' }>): SentClient | null {
  return client ?? (text === undefined ? null : { text });
}
