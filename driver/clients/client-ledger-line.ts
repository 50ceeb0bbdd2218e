import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';
import type { Creation } from './creation.ts';
import type { ProcessMark } from './process-mark.ts';
import { markPattern } from './run-mark.ts';

/** Which target the ledger belongs to, the user of the run, and the mark of the run. */
export interface LedgerHeader {
  /** Origin and base path. */
  readonly target: string;
  readonly username: string;
  /** Part of the name or description of what the run creates; null in a ledger of a version without marks. */
  readonly mark: string | null;
}

export type LedgerLine =
  | ({ readonly event: 'begun' } & LedgerHeader)
  /**
   * Ids of clients that existed on the target before the run: not ours, whatever their names. May take several lines.
   */
  | { readonly event: 'before'; readonly ids: readonly string[] }
  /** Follows the last of them. `count` is the number of all these ids; `isWhole`: there were no others. */
  | { readonly event: 'listed'; readonly count: number; readonly isWhole: boolean }
  /** A process that writes this ledger. */
  | ({ readonly event: 'opened' } & ProcessMark)
  /** `text` is the body of a request in which a strict parser finds no client; other parsers may find one. */
  | {
      readonly event: 'sending';
      readonly request: string;
      readonly client: Creation | null;
      readonly text?: string;
    }
  /** `id` is null if the answer names no client. */
  | { readonly event: 'answered'; readonly request: string; readonly id: string | null }
  | { readonly event: 'removed'; readonly id: string }
  /** The run is over, and has left something behind. */
  | { readonly event: 'ended' };

/**
 * Parses a line. Null if it is torn, has an unknown event, or has another form. Its content is then unknown, and fewer
 * clients are removed.
 */
export function parseLedgerLine(text: string): LedgerLine | null {
  const line = parse(text);
  if (!isJsonObject(line)) return null;
  switch (line['event']) {
    case 'begun':
      return readHeader(line);
    case 'before': {
      const { ids } = line;
      return Array.isArray(ids) && ids.every(isText) ? { event: 'before', ids } : null;
    }
    case 'listed': {
      const { count, isWhole } = line;
      return typeof count === 'number' && typeof isWhole === 'boolean'
        ? { event: 'listed', count, isWhole }
        : null;
    }
    case 'opened':
      return readProcess(line);
    case 'sending':
      return readSending(line);
    case 'answered': {
      const { request, id } = line;
      return isText(request) && (id === null || isText(id)) ? { event: 'answered', request, id } : null;
    }
    case 'removed':
      return isText(line['id']) ? { event: 'removed', id: line['id'] } : null;
    case 'ended':
      return { event: 'ended' };
    default:
      return null;
  }
}

function readHeader({ target, username, mark }: JsonObject): LedgerLine | null {
  if (!isText(target) || !isText(username)) return null;
  return { event: 'begun', target, username, mark: isText(mark) && markPattern.test(mark) ? mark : null };
}

function readProcess({ pid, machine, born }: JsonObject): LedgerLine | null {
  if (!Number.isSafeInteger(pid) || Number(pid) <= 0 || !isText(machine)) return null;
  return { event: 'opened', pid: Number(pid), machine, born: isText(born) ? born : null };
}

function readSending({ request, client, text }: JsonObject): LedgerLine | null {
  if (!isText(request)) return null;
  const body = isText(text) ? { text } : {};
  if (client === null) return { event: 'sending', request, client, ...body };
  if (!isJsonObject(client)) return null;
  const { name, description } = client;
  if (!isText(name) || (description !== null && !isText(description))) return null;
  return { event: 'sending', request, client: { name, description }, ...body };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
