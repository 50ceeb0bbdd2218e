import { closeSync, constants, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createdId, creationOf, mayCreate, removedId } from './creation.ts';
import type { Exchange, WireRequest } from '../exchange.ts';
import type { LedgerHeader, LedgerLine } from './client-ledger-line.ts';
import { ownProcess } from './process-mark.ts';
import { Redactor } from '../secrets/redactor.ts';

/** The ledger of a run cannot be written: what the run went on to create could not be found again. */
export class LedgerWriteError extends Error {
  readonly code = 'LEDGER_NOT_WRITTEN';
  readonly file: string;
  /** The system's name for what is wrong, such as `ENOSPC`; null where it gave none. */
  readonly systemCode: string | null;

  constructor(file: string, cause: unknown) {
    const systemCode = systemCodeOf(cause);
    super(`the ledger ${file} cannot be written: ${systemCode ?? String(cause)}`, { cause });
    this.name = 'LedgerWriteError';
    this.file = file;
    this.systemCode = systemCode;
  }
}

function systemCodeOf(cause: unknown): string | null {
  const isCoded = typeof cause === 'object' && cause !== null && 'code' in cause;
  return isCoded && typeof cause.code === 'string' ? cause.code : null;
}

/** Requests that this process has numbered, over all its ledgers. */
let requests = 0;
/** Follows no link: what lies in a report folder is not always ours. */
const appending = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW;
/** The text of a request that is kept where nothing else tells what it would create. */
const longestText = 4096;

type Send = (request: WireRequest) => Promise<Exchange>;

/**
 * The book of what a run creates on its target, one JSON line an entry, in a file that outlives a crash: a request
 * that may create a client is written down before it is sent, and what became of it afterwards. Names and ids only,
 * readable by its owner only. Lines go straight to the file, which all processes of a run append to.
 */
export class ClientLedger {
  readonly #file: LedgerFile;
  readonly #redactor: Redactor;
  #failure: LedgerWriteError | null = null;

  /**
   * Opens the ledger of a run that {@link beginClientLedger} has begun. An id that holds the password is not written down.
   * Throws a {@link LedgerWriteError}.
   */
  constructor(file: string, password: string) {
    this.#redactor = new Redactor({ secrets: [password] });
    this.#file = new LedgerFile(file, appending);
    this.#file.append({ event: 'opened', ...ownProcess() });
  }

  /**
   * Passes requests on to a target, and writes down what they create and remove. Where that cannot be written, a
   * {@link LedgerWriteError} is thrown in place of sending what may create a client; the rest goes on.
   */
  record(send: Send): Send {
    return (request) => {
      if (mayCreate(request)) return this.#create(request, send);
      return request.method === 'DELETE' ? this.#remove(request, send) : send(request);
    };
  }

  close(): void {
    this.#file.close();
  }

  async #create(request: WireRequest, send: Send): Promise<Exchange> {
    if (this.#failure !== null) throw this.#failure;
    requests += 1;
    const number = `${process.pid}-${requests}`;
    this.#file.append({ event: 'sending', request: number, ...clientOf(request) });
    const exchange = await send(request);
    // A request without an answer stays open: the target may have performed it.
    if (exchange.response !== null) {
      const id = createdId(exchange);
      // What has no id in the ledger is found by its mark.
      this.#note({ event: 'answered', request: number, id: id === null || this.#isTelling(id) ? null : id });
    }
    return exchange;
  }

  async #remove(request: WireRequest, send: Send): Promise<Exchange> {
    const exchange = await send(request);
    const id = removedId(exchange);
    if (id !== null && !this.#isTelling(id)) this.#note({ event: 'removed', id });
    return exchange;
  }

  #isTelling(id: string): boolean {
    return this.#redactor.answer(id) !== id;
  }

  /** What has happened is not undone by a full disk: it is remembered, and nothing further is created. */
  #note(line: LedgerLine): void {
    try {
      this.#file.append(line);
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      this.#failure = error;
    }
  }
}

/** Ids of `before` that one line holds: a torn one says little less. */
const idsEach = 500;

/**
 * Begins the ledger of a run, with where it goes and which clients stood there before it, as far as a list told.
 * Throws a {@link LedgerWriteError}.
 */
export function beginClientLedger(
  file: string,
  header: LedgerHeader,
  before: { readonly ids: readonly string[]; readonly isWhole: boolean },
): void {
  const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL } = constants;
  const ledger = new LedgerFile(file, O_WRONLY | O_APPEND | O_CREAT | O_EXCL);
  try {
    ledger.append({ event: 'begun', ...header });
    ledger.append({ event: 'opened', ...ownProcess() });
    const ids = [...new Set(before.ids)];
    for (let at = 0; at < ids.length; at += idsEach)
      ledger.append({ event: 'before', ids: ids.slice(at, at + idsEach) });
    ledger.append({ event: 'listed', count: ids.length, isWhole: before.isWhole });
  } finally {
    ledger.close();
  }
}

/** Says in a ledger that stays that its run is over. One that cannot say so is taken for that of a killed run. */
export function endClientLedger(file: string): void {
  try {
    const ledger = new LedgerFile(file, appending);
    ledger.append({ event: 'ended' });
    ledger.close();
  } catch (error) {
    if (!(error instanceof LedgerWriteError)) throw error;
  }
}

/** An open ledger. Its failures are {@link LedgerWriteError}s. */
class LedgerFile {
  readonly #name: string;
  readonly #descriptor: number;

  constructor(name: string, flags: number) {
    this.#name = name;
    this.#descriptor = this.#try(() => {
      if ((flags & constants.O_CREAT) !== 0) mkdirSync(path.dirname(name), { recursive: true });
      return openSync(name, flags, 0o600);
    });
  }

  /** Begins a line of its own also behind one that a full disk has torn. */
  append(line: LedgerLine): void {
    let bytes: Uint8Array = Buffer.from(`\n${JSON.stringify(line)}\n`);
    this.#try(() => {
      while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.#descriptor, bytes));
    });
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #try<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw new LedgerWriteError(this.#name, error);
    }
  }
}

/** What a request would create; the beginning of its text where it names nothing to who reads it strictly. */
function clientOf(request: WireRequest): Pick<Extract<LedgerLine, { event: 'sending' }>, 'client' | 'text'> {
  const client = creationOf(request);
  if (client !== null || request.body === null) return { client };
  const bytes = Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength);
  // Every second byte of ASCII in UTF-16 is none.
  const text = bytes.subarray(0, longestText).toString('latin1').replaceAll('\0', '');
  return { client, text };
}
