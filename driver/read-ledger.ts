import type { Creation } from './creation.ts';
import type { LedgerHeader, LedgerLine } from './ledger-line.ts';

/** What a ledger says. */
export interface LedgerState extends LedgerHeader {
  readonly before: ReadonlySet<string>;
  /** Whether no other client stood there before. */
  readonly isBeforeWhole: boolean;
  /** Ids of all clients that the run created, removed or not. */
  readonly created: ReadonlySet<string>;
  /** Those of them that were not removed, as far as the ledger knows. */
  readonly open: ReadonlySet<string>;
  /** Clients of requests that no id is known of: refused, or without an answer. They may stand there all the same. */
  readonly unnumbered: readonly Creation[];
  /** How many requests have had no answer. */
  readonly unanswered: number;
}

/** Reads a ledger. A line that a crash cut off is passed over; null where the beginning is none of a ledger. */
export function readLedger(text: string): LedgerState | null {
  const lines = text.split('\n').flatMap(readLine);
  const [header] = lines;
  if (header?.event !== 'begun') return null;
  const before = new Set<string>();
  let isBeforeWhole = false;
  const created = new Set<string>();
  const open = new Set<string>();
  const sent = new Map<string, { readonly client: Creation | null; isAnswered: boolean }>();
  for (const line of lines) {
    if (line.event === 'before') {
      line.ids.forEach((id) => before.add(id));
      isBeforeWhole = line.isWhole;
    } else if (line.event === 'sending') sent.set(line.request, { client: line.client, isAnswered: false });
    else if (line.event === 'removed') open.delete(line.id);
    else if (line.event === 'answered') {
      const request = sent.get(line.request);
      if (request !== undefined) request.isAnswered = true;
      if (line.id === null) continue;
      sent.delete(line.request);
      created.add(line.id);
      open.add(line.id);
    }
  }
  const left = [...sent.values()];
  return {
    ...{ target: header.target, username: header.username, before, isBeforeWhole, created, open },
    unnumbered: left.flatMap(({ client }) => (client === null ? [] : [client])),
    unanswered: left.filter(({ isAnswered }) => !isAnswered).length,
  };
}

function readLine(text: string): readonly LedgerLine[] {
  try {
    const line = JSON.parse(text) as unknown;
    return typeof line === 'object' && line !== null && 'event' in line ? [line as LedgerLine] : [];
  } catch {
    return [];
  }
}
