import { buildConnector } from 'undici';
import { Answer } from './answer.ts';
import { AttentiveClock } from './attentive-clock.ts';
import { RequestAttempt, cancelled, dispatchOptions } from './attempt.ts';
import type { RequestOutcome } from './attempt.ts';
import { Connection } from './connection.ts';
import { Deadlines } from './deadlines.ts';
import type { Exchange, Failure, WireRequest } from './exchange.ts';
import type { Proxy } from './proxy-tunnel.ts';
import { throughProxy } from './proxy-tunnel.ts';
import { noLimit } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';
import { UnsendableRequest } from './unsendable-request.ts';

/** How to reach a target. */
export interface TargetOptions {
  /** Scheme, host and port. */
  readonly origin: string;
  /** The most connections that are open at once; each carries one request at a time. */
  readonly connections: number;
  /**
   * From the first byte of a request to the last byte of its answer. The time spent waiting for a connection does not
   * count.
   */
  readonly timeoutMs: number;
  /** Default: `timeoutMs`. */
  readonly connectTimeoutMs?: number;
  /** How much of a body is read; beyond this the connection is dropped. Default: 2 MiB. */
  readonly maxBodyBytes?: number;
  /** Certificates to trust instead of the system's, as PEM. */
  readonly ca?: string;
  /** Our own certificate and its key, as PEM, for a target that requires one. */
  readonly identity?: { readonly cert: string; readonly key: string };
  /** The proxy through which the target is reached. Default: none. */
  readonly proxy?: Proxy;
  /** Whether any certificate is accepted. */
  readonly insecure?: boolean;
}

export interface Target {
  readonly origin: string;
  /**
   * Sends a request as it is: follows no redirect, normalizes no path, and adds no header but Host, Connection and
   * Content-Length. Whatever the target does becomes a recorded fact. It rejects only if a request cannot be sent at
   * all (`UnsendableRequest`), which is a bug of ours. Once the limit is over nothing is sent, and requests in flight
   * are dropped within a quarter of a second, as a `cancelled` failure.
   */
  send(wire: WireRequest, limit?: TimeLimit): Promise<Exchange>;
  /** Waits for requests in flight, then closes all connections. Nothing can be sent afterwards. */
  close(): Promise<void>;
}

/** Real answers are a few KiB. This has room for a page of 500 long clients, and stops an endless body. */
const defaultMaxBodyBytes = 2 * 1024 * 1024;

/** The first attempt, and repetitions of a request that provably did nothing. */
const maxAttempts = 3;

/**
 * After some answers the connection is watched for unsolicited data. So the data is reported with the exchange that
 * provoked it, and is out of the way before the next request. Once a target has sent unsolicited data, the next
 * `watchedExchanges` answers are watched. Otherwise the first answers to each kind of request are watched, and one in
 * `watchedOf` after them: each watch holds up its case, and what comes meanwhile on a connection that is idle for a
 * moment is seen without one. Without any wait, a connection that is never idle would take a second answer for the
 * answer to its next request.
 */
const watchedExchanges = 256;
const watchedFirst = 2;
const watchedOf = 256;
const watchMs = 100;

/** What was sent to an origin. Shared, since a process opens the same target for each of its suites. */
interface Watch {
  readonly sent: Map<string, number>;
  /** How many more answers are watched in any case. */
  left: number;
}

const watches = new Map<string, Watch>();

function watchOf(origin: string): Watch {
  const known = watches.get(origin) ?? { sent: new Map<string, number>(), left: 0 };
  watches.set(origin, known);
  return known;
}

/** Counts an answer, and tells whether it is watched. */
function isWatched(watch: Watch, { method, path }: WireRequest): boolean {
  const kind = `${method.slice(0, 8)} ${Math.min(16, path.split('/').length)}`;
  const sent = watch.sent.get(kind) ?? 0;
  watch.sent.set(kind, sent + 1);
  if (watch.left === 0) return sent < watchedFirst || sent % watchedOf === 0;
  watch.left -= 1;
  return true;
}

/** The failure of a request when all attempts were lost. */
const lost: Failure = {
  kind: 'reset',
  message: `the connection was lost ${maxAttempts} times before the request went out`,
};

/** Opens a target. No connection is opened before the first request. */
export function openTarget(options: TargetOptions): Target {
  return new ConnectedTarget(options);
}

class ConnectedTarget implements Target {
  readonly origin: string;
  readonly #options: TargetOptions;
  readonly #deadlines: Deadlines;
  readonly #maxBodyBytes: number;
  readonly #connect: buildConnector.connector;
  readonly #watch: Watch;
  readonly #connections: Connection[] = [];
  /** Last in, first out: the server is least likely to have closed the connection that was used last. */
  readonly #idle: Connection[] = [];
  readonly #waiting: ((connection: Connection) => void)[] = [];
  /** A Set of the exchanges would keep each in memory until the next full collection: see `Deadlines`. */
  #inFlight = 0;
  readonly #onAllAnswered: (() => void)[] = [];
  readonly #clock = new AttentiveClock();
  #isClosed = false;

  constructor(options: TargetOptions) {
    this.origin = options.origin;
    this.#options = options;
    this.#deadlines = new Deadlines(options.timeoutMs);
    this.#maxBodyBytes = options.maxBodyBytes ?? defaultMaxBodyBytes;
    this.#connect = connectorOf(options);
    this.#watch = watchOf(options.origin);
  }

  async send(wire: WireRequest, limit: TimeLimit = noLimit): Promise<Exchange> {
    if (this.#isClosed) throw new UnsendableRequest('the target is closed');
    this.#inFlight += 1;
    try {
      return await this.#send(wire, limit);
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) for (const tell of this.#onAllAnswered.splice(0)) tell();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#inFlight > 0) await new Promise<void>((tell) => this.#onAllAnswered.push(tell));
    // A cancelled request may still hold a connection that is being opened.
    await Promise.all(this.#connections.map(({ client }) => client.destroy()));
  }

  async #send(wire: WireRequest, limit: TimeLimit): Promise<Exchange> {
    if (limit.isOver()) return notSent(wire);
    const connection = this.#takeConnection() ?? (await this.#nextConnection());
    const startedAt = this.#clock.start();
    try {
      if (limit.isOver()) return notSent(wire);
      const exchange = await this.#sendOn(connection, wire, { startedAt, limit });
      return await this.#withUnsolicited(connection, exchange, limit);
    } finally {
      this.#clock.stop();
      this.#release(connection);
    }
  }

  async #sendOn(
    connection: Connection,
    request: WireRequest,
    { startedAt, limit }: { readonly startedAt: number; readonly limit: TimeLimit },
  ): Promise<Exchange> {
    let outcome = await this.#attempt(connection, request, limit);
    let attempts = 1;
    for (; outcome === 'lost' && attempts < maxAttempts && !limit.isOver(); attempts += 1) {
      outcome = await this.#attempt(connection, request, limit);
    }
    // The clock goes back a little when it detects a stall.
    const durationMs = Math.max(0, this.#clock.now() - startedAt);
    if (outcome === 'lost') outcome = limit.isOver() ? cancelled : lost;
    const exchange: Exchange =
      outcome instanceof Answer
        ? { request, response: outcome, failure: null, durationMs }
        : { request, response: null, failure: outcome, durationMs };
    return attempts === 1 ? exchange : { ...exchange, isRepeated: true };
  }

  /** Adds unsolicited data that came on the connection. */
  async #withUnsolicited(connection: Connection, exchange: Exchange, limit: TimeLimit): Promise<Exchange> {
    let unsolicited = this.#takeUnsolicited(connection);
    if (isWatched(this.#watch, exchange.request) && !limit.isOver()) {
      await connection.listen(watchMs);
      unsolicited = this.#takeUnsolicited(connection) ?? unsolicited;
    }
    return unsolicited === undefined ? exchange : { ...exchange, unsolicited };
  }

  #takeUnsolicited(connection: Connection): Exchange['unsolicited'] {
    const unsolicited = connection.takeUnsolicited();
    if (unsolicited !== undefined) this.#watch.left = watchedExchanges;
    return unsolicited;
  }

  #attempt(connection: Connection, wire: WireRequest, limit: TimeLimit): Promise<RequestOutcome> {
    const bounds = { deadlines: this.#deadlines, maxBodyBytes: this.#maxBodyBytes, limit };
    return new Promise((resolve, reject) => {
      const attempt = new RequestAttempt(connection, bounds, { resolve, reject });
      connection.client.dispatch(dispatchOptions(wire), attempt);
    });
  }

  #takeConnection(): Connection | undefined {
    const idle = this.#idle.pop();
    if (idle !== undefined || this.#connections.length >= this.#options.connections) return idle;
    const opened = new Connection(this.origin, this.#connect);
    this.#connections.push(opened);
    return opened;
  }

  #nextConnection(): Promise<Connection> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #release(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(connection);
    else next(connection);
  }
}

/** The exchange of a request for which there is no time left. */
export function notSent(request: WireRequest): Exchange {
  return { request, response: null, failure: cancelled, durationMs: 0 };
}

function connectorOf(options: TargetOptions): buildConnector.connector {
  const timeoutMs = options.connectTimeoutMs ?? options.timeoutMs;
  const trust = {
    rejectUnauthorized: options.insecure !== true,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  };
  const connect = buildConnector({
    timeout: timeoutMs,
    // Node gives each address of a host name 250 ms before it tries the next: too little for a distant target.
    autoSelectFamilyAttemptTimeout: 2000,
    ...trust,
    ...options.identity,
  });
  const { proxy } = options;
  return proxy === undefined ? connect : throughProxy({ proxy, timeoutMs, tls: trust }, connect);
}
