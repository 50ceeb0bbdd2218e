import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { Client } from 'undici';
import type { Exchange } from './exchange.ts';
import { codeOf } from './failure-of.ts';

/** Only this much is examined: unsolicited data may be long. */
const lookedAt = 16;

/**
 * Whether bytes on a connection without an outstanding request are an unsolicited answer. Empty lines are not (RFC 9112
 * section 2.2). Nor is a 408, by which a server announces that it closes an idle connection (RFC 9110 section 15.5.9).
 */
export function isUnsolicited(bytes: Buffer): boolean {
  const start = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  if (start < 0) return false;
  return !/^HTTP\/1\.[01] 408\b/.test(bytes.toString('latin1', start, start + lookedAt));
}

/** An error before the connection was open, as opposed to one on the open connection. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  override readonly cause: Error;

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.cause = cause;
  }
}

/**
 * A keep-alive connection to a target, one at a time. It is opened again whenever it was closed. It knows whether the
 * current connection has carried an answer before, which decides whether a lost request may be repeated. It also
 * detects unsolicited data: then the connection is closed, and no request gets to see the data.
 */
export class Connection {
  readonly client: Client;
  /** Whether the open connection has carried a complete answer. */
  hasAnswered = false;
  /** The TLS error of the open connection. undici forgets it when the connection ends, which happens next. */
  alert: Error | null = null;
  /** Whether a request is in progress, so that received data belongs to it. */
  #isAsking = false;
  #socket: Socket | null = null;
  /** The data last read while a request was in progress. */
  #lastRead: Buffer | null = null;
  /** Whether unsolicited data came: before the last request, and after its answer. */
  #cameBefore = false;
  #cameAfter = false;
  #onUnsolicited: (() => void) | null = null;

  constructor(origin: string, connect: buildConnector.connector) {
    this.client = new Client(origin, {
      pipelining: 1,
      // Our own deadlines cover the whole exchange.
      headersTimeout: 0,
      bodyTimeout: 0,
      // A Location with a long, encoded state is valid and exceeds Node's 16 KiB.
      maxHeaderSize: 256 * 1024,
      // Servers without a Keep-Alive hint close idle connections after 2 s or more; we close them well before.
      keepAliveTimeout: 1000,
      connect: (options, done) => {
        connect(options, (...[error, socket]) => {
          if (error === null) {
            this.#open(socket);
            done(null, socket);
          } else done(new ConnectError(error), null);
        });
      },
    });
  }

  /** Called when a request is about to be written. */
  ask(): void {
    this.#cameBefore ||= this.#cameAfter;
    this.#cameAfter = false;
    this.#isAsking = true;
  }

  /** Called when the answer is complete. */
  finishAnswer(): void {
    this.hasAnswered = true;
    this.#isAsking = false;
  }

  /** Reports unsolicited data once: after the last answer, or else before its request. */
  takeUnsolicited(): Exchange['unsolicited'] {
    const came = this.#cameAfter || this.#hasTrailing() ? 'after' : this.#cameBefore ? 'before' : undefined;
    this.#cameBefore = false;
    this.#cameAfter = false;
    this.#lastRead = null;
    return came;
  }

  /** Waits for unsolicited data, at most for this long. */
  async listen(waitMs: number): Promise<void> {
    if (this.#cameAfter || this.#socket?.destroyed !== false) return;
    await new Promise<void>((resolve) => {
      // After the poll phase of that turn, so that bytes waiting in the socket are read before the wait is over.
      const timer = setTimeout(() => setImmediate(resolve), waitMs);
      this.#onUnsolicited = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#onUnsolicited = null;
  }

  #open(socket: Socket): void {
    this.#socket = socket;
    this.hasAnswered = false;
    this.alert = null;
    socket.once('error', (first: Error) => {
      if (codeOf(first).startsWith('ERR_SSL_')) this.alert = first;
    });
    // undici reads only by this method. Data between two requests never gets to its parser. The parser would close the
    // connection as well, but would not say what the data was.
    const read = socket.read.bind(socket);
    socket.read = (size?: number): unknown => {
      const chunk: unknown = read(size);
      if (!Buffer.isBuffer(chunk)) return chunk;
      if (this.#isAsking || !this.hasAnswered) {
        this.#lastRead = chunk;
        return chunk;
      }
      this.#receiveUnasked(socket, chunk);
      return null;
    };
  }

  /**
   * Closes the connection in any case: it is no longer certain where the next answer would begin (RFC 9112 section
   * 9.2).
   */
  #receiveUnasked(socket: Socket, chunk: Buffer): void {
    socket.destroy();
    if (!isUnsolicited(chunk)) return;
    this.#cameAfter = true;
    this.#onUnsolicited?.();
  }

  /** Whether more than one answer was read at once: undici has then just closed the connection with an error. */
  #hasTrailing(): boolean {
    const error = this.#socket?.errored ?? null;
    if (this.#isAsking || !this.hasAnswered || error === null || this.#lastRead === null) return false;
    const isOfParser = codeOf(error).startsWith('HPE_') || error.message === 'bad response';
    const last = this.#lastRead.lastIndexOf('HTTP/1.');
    return isOfParser && isUnsolicited(this.#lastRead.subarray(Math.max(0, last)));
  }
}
