import { closeSync, constants, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createdId, creationOf, mayCreate, removedId } from './creation.ts';
import type { Exchange, WireRequest } from '../exchange.ts';
import type { LedgerHeader, LedgerLine } from './client-ledger-line.ts';
import { ownProcess } from './process-mark.ts';
import { Redactor } from '../secrets/redactor.ts';

/** The ledger of a run cannot be written, so clients created after this could not be found again. */
export class LedgerWriteError extends Error {
  readonly code = 'LEDGER_NOT_WRITTEN';
  readonly file: string;
  /** The error code of the system, such as `ENOSPC`; null if there is none. */
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

/** How many requests this process has numbered, over all its ledgers. */
let requests = 0;
/** Follows no symbolic link: a file in a report folder may have been put there by others. */
const appending = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW;
/** How much text is kept of a request, if nothing else tells what it would create. */
const longestText = 4096;

type Send = (request: WireRequest) => Promise<Exchange>;

/**
 * The record of what a run creates on its target, in a file that survives a crash, one JSON line for each entry. A
 * request that may create a client is recorded before it is sent, and its outcome afterwards. The file holds only names
 * and ids, and only its owner can read it. Lines are written directly to the file, to which all processes of a run
 * append.
 */
export class ClientLedger {
  readonly #file: LedgerFile;
  readonly #redactor: Redactor;
  #failure: LedgerWriteError | null = null;

  /**
   * Opens the ledger of a run that {@link beginClientLedger} has begun. An id that contains the password is not
   * written. Throws a {@link LedgerWriteError}.
   */
  constructor(file: string, password: string) {
    this.#redactor = new Redactor({ secrets: [password] });
    this.#file = new LedgerFile(file, appending);
    this.#file.append({ event: 'opened', ...ownProcess() });
  }

  /**
   * Passes requests on to a target, and records what they create and remove. If the ledger cannot be written, a request
   * that may create a client is not sent, and a {@link LedgerWriteError} is thrown. Other requests go on.
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
      // A client without an id in the ledger is found by its mark.
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

  /** A full disk does not undo what has happened. The failure is kept, and nothing more is created. */
  #note(line: LedgerLine): void {
    try {
      this.#file.append(line);
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      this.#failure = error;
    }
  }
}

/** How many ids of `before` one line holds. If it is torn, few are lost. */
const idsEach = 500;

/**
 * Begins the ledger of a run, with its target and the clients that existed there before, as far as a list showed them.
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

/**
 * Records that the run is over, in a ledger that is kept. Without this line it counts as the ledger of a killed run.
 */
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

  /** Begins with a line break, in case a full disk has torn the line before. */
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

/** What a request would create; the beginning of its text if a strict parser finds no name. */
function clientOf(request: WireRequest): Pick<Extract<LedgerLine, { event: 'sending' }>, 'client' | 'text'> {
  const client = creationOf(request);
  if (client !== null || request.body === null) return { client };
  const bytes = Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength);
  // In UTF-16, every second byte of ASCII text is NUL.
  const text = bytes.subarray(0, longestText).toString('latin1').replaceAll('\0', '');
  return { client, text };
}
