import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createdId, creationOf, mayCreate, removedId } from './creation.ts';
import type { Exchange, WireRequest } from './exchange.ts';
import type { LedgerHeader, LedgerLine } from './ledger-line.ts';
import { Redactor } from './redactor.ts';

/** Requests that this process has numbered, over all its ledgers. */
let requests = 0;

/**
 * The book of what a run creates on its target, one JSON line an entry, in a file that outlives a crash: a request
 * that may create a client is written down before it is sent, and what became of it afterwards. Names and ids only,
 * readable by its owner only. Lines go straight to the file, which all processes of a run append to.
 */
export class Ledger {
  readonly #file: number;
  readonly #redactor: Redactor;

  /** Opens the ledger of a run that {@link beginLedger} has begun. An id that holds the password is not written down. */
  constructor(file: string, password: string) {
    this.#file = openSync(file, 'a', 0o600);
    this.#redactor = new Redactor({ secrets: [password] });
  }

  /** Passes requests on to a target, and writes down what they create and remove. */
  record(send: (request: WireRequest) => Promise<Exchange>): (request: WireRequest) => Promise<Exchange> {
    return (request) => {
      if (mayCreate(request)) return this.#create(request, send);
      return request.method === 'DELETE' ? this.#remove(request, send) : send(request);
    };
  }

  close(): void {
    closeSync(this.#file);
  }

  async #create(request: WireRequest, send: (request: WireRequest) => Promise<Exchange>): Promise<Exchange> {
    requests += 1;
    const number = `${process.pid}-${requests}`;
    this.#write({ event: 'sending', request: number, client: creationOf(request) });
    const exchange = await send(request);
    // A request without an answer stays open: the target may have performed it.
    if (exchange.response !== null) {
      const id = createdId(exchange);
      // What has no id in the book is found by its name.
      this.#write({ event: 'answered', request: number, id: id === null || this.#isTelling(id) ? null : id });
    }
    return exchange;
  }

  async #remove(request: WireRequest, send: (request: WireRequest) => Promise<Exchange>): Promise<Exchange> {
    const exchange = await send(request);
    const id = removedId(exchange);
    if (id !== null && !this.#isTelling(id)) this.#write({ event: 'removed', id });
    return exchange;
  }

  #isTelling(id: string): boolean {
    return this.#redactor.answer(id) !== id;
  }

  #write(line: LedgerLine): void {
    append(this.#file, line);
  }
}

/** Begins the ledger of a run, with where it goes and which clients stood there before it. */
export function beginLedger(file: string, header: LedgerHeader, before: readonly string[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const opened = openSync(file, 'ax', 0o600);
  append(opened, { event: 'begun', ...header });
  append(opened, { event: 'before', ids: before });
  closeSync(opened);
}

function append(file: number, line: LedgerLine): void {
  writeSync(file, `${JSON.stringify(line)}\n`);
}
