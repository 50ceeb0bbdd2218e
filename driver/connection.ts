import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { Client } from 'undici';
import type { Exchange } from './exchange.ts';
import { codeOf } from './failure-of.ts';

/** Only that much is looked at: what comes unasked may be long. */
const lookedAt = 16;

/**
 * Tells whether bytes on a connection without an outstanding request are an answer that nobody asked for. Empty lines
 * are not (RFC 9112 section 2.2), nor is a 408, by which a server says that it closes an idle connection (RFC 9110
 * section 15.5.9).
 */
export function isUnsolicited(bytes: Buffer): boolean {
  const start = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  if (start < 0) return false;
  return !/^HTTP\/1\.[01] 408\b/.test(bytes.toString('latin1', start, start + lookedAt));
}

/** An error from before a connection stood, told apart from one on the connection. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  override readonly cause: Error;

  constructor(cause: Error) {
    super(cause.message, { cause });
    this.cause = cause;
  }
}

/**
 * One keep-alive connection at a time to a target, opened again whenever it was closed. It knows whether its
 * current connection has carried an answer before, which decides whether a lost request may be repeated, and whether
 * anything came that no request asked for: then the connection is closed, and no request gets to see it.
 */
export class Connection {
  readonly client: Client;
  /** Whether the open connection has carried a whole answer. */
  hasAnswered = false;
  /** What TLS said of the open connection; undici forgets it when the connection ends, which it does next. */
  alert: Error | null = null;
  /** Whether a request is under way, so that what comes is for it. */
  #isAsking = false;
  #socket: Socket | null = null;
  /** What was read last while a request was under way. */
  #lastRead: Buffer | null = null;
  /** Whether something came that no request asked for: before the last one, and after its answer. */
  #cameBefore = false;
  #cameAfter = false;
  #onUnsolicited: (() => void) | null = null;

  constructor(origin: string, connect: buildConnector.connector) {
    this.client = new Client(origin, {
      pipelining: 1,
      // Deadlines of our own cover the whole exchange.
      headersTimeout: 0,
      bodyTimeout: 0,
      // A Location that carries a long state, encoded, is lawful and goes beyond Node's 16 KiB.
      maxHeaderSize: 256 * 1024,
      // Servers without a Keep-Alive hint close idle connections after 2 s and more; be well before them.
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

  /** A request is about to be written. */
  ask(): void {
    this.#cameBefore ||= this.#cameAfter;
    this.#cameAfter = false;
    this.#isAsking = true;
  }

  /** Its answer is whole. */
  finishAnswer(): void {
    this.hasAnswered = true;
    this.#isAsking = false;
  }

  /** Tells once whether something came that no request asked for: after the last answer, or else before its request. */
  takeUnsolicited(): Exchange['unsolicited'] {
    const came = this.#cameAfter || this.#hasTrailing() ? 'after' : this.#cameBefore ? 'before' : undefined;
    this.#cameBefore = false;
    this.#cameAfter = false;
    this.#lastRead = null;
    return came;
  }

  /** Waits until something comes that no request asked for, for so long at the most. */
  async listen(waitMs: number): Promise<void> {
    if (this.#cameAfter || this.#socket?.destroyed !== false) return;
    await new Promise<void>((resolve) => {
      // After the poll phase of that turn: bytes that wait in the socket are read before the wait is over.
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
    // undici reads by this method alone. What comes between two requests never gets to its parser, which would
    // close the connection as well, but tells nobody what it was.
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

  /** Closed whatever it is: where the next answer would begin is not certain any more (RFC 9112 section 9.2). */
  #receiveUnasked(socket: Socket, chunk: Buffer): void {
    socket.destroy();
    if (!isUnsolicited(chunk)) return;
    this.#cameAfter = true;
    this.#onUnsolicited?.();
  }

  /** Whether more than an answer was read at once: undici has then just closed the connection with an error. */
  #hasTrailing(): boolean {
    const error = this.#socket?.errored ?? null;
    if (this.#isAsking || !this.hasAnswered || error === null || this.#lastRead === null) return false;
    const isOfParser = codeOf(error).startsWith('HPE_') || error.message === 'bad response';
    const last = this.#lastRead.lastIndexOf('HTTP/1.');
    return isOfParser && isUnsolicited(this.#lastRead.subarray(Math.max(0, last)));
  }
}
