import { Client } from 'undici';
import type { buildConnector } from 'undici';
import { codeOf } from './failure-of.ts';

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
 * current connection has carried an answer before, which decides whether a lost request may be repeated.
 */
export class Connection {
  readonly client: Client;
  /** Whether the open connection has carried a whole answer. */
  hasAnswered = false;
  /** What TLS said of the open connection; undici forgets it when the connection ends, which it does next. */
  alert: Error | null = null;

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
          this.hasAnswered = false;
          this.alert = null;
          if (error === null) {
            socket.once('error', (first: Error) => {
              if (codeOf(first).startsWith('ERR_SSL_')) this.alert = first;
            });
            done(null, socket);
          } else done(new ConnectError(error), null);
        });
      },
    });
  }
}
