import { Buffer } from 'node:buffer';
import type { Dispatcher } from 'undici';
import { Answer } from './answer.ts';
import { ConnectError } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Deadlines, Expirable } from './deadlines.ts';
import type { Failure, WireRequest } from './exchange.ts';
import { codeOf, failureOf, isConnectionLost, lengthMismatch } from './failure-of.ts';
import type { Phase } from './failure-of.ts';
import type { TimeLimit } from './time-limit.ts';
import { UnsendableRequest } from './unsendable-request.ts';

/** How a request ended: an answer, a failure, or `lost` if it never reached the target and may be repeated. */
export type RequestOutcome = Answer | Failure | 'lost';

/** Servers send one or two interim answers, such as 103 with the links of a page. */
const mostInterimAnswers = 64;

/** Bytes kept of a cut body, enough for what is shown of it. Findings keep their answers in memory. */
const keptOfCut = 64 * 1024;

/** The failure of a request that is no longer needed. */
export const cancelled: Failure = { kind: 'cancelled', message: 'the run ended before it was answered' };

interface Settlers {
  resolve(outcome: RequestOutcome): void;
  reject(error: UnsendableRequest): void;
}

/** The errors of undici for a request that it cannot send, or can no longer send. */
const unsendableCodes: ReadonlySet<string> = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
]);

/** One request on one connection, from its first byte to the last byte of its answer or to its deadline. */
export class RequestAttempt implements Dispatcher.DispatchHandler, Expirable {
  readonly limit: TimeLimit;
  readonly #connection: Connection;
  readonly #deadlines: Deadlines;
  readonly #maxBodyBytes: number;
  readonly #promise: Settlers;
  #controller: Dispatcher.DispatchController | undefined;
  #phase: Phase = 'connect';
  #isOnUsedConnection = false;
  #isSettled = false;
  #status = 0;
  #rawHeaders: readonly Buffer[] = [];
  readonly #chunks: Buffer[] = [];
  #bodyBytes = 0;
  #interimAnswers = 0;

  constructor(
    connection: Connection,
    bounds: {
      readonly deadlines: Deadlines;
      readonly maxBodyBytes: number;
      readonly limit: TimeLimit;
    },
    promise: Settlers,
  ) {
    this.#connection = connection;
    this.#deadlines = bounds.deadlines;
    this.#maxBodyBytes = bounds.maxBodyBytes;
    this.limit = bounds.limit;
    this.#promise = promise;
    this.#deadlines.expect(this);
  }

  /** Called when the connection is open and the request is about to be written. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Given up while the connection was being opened: nobody would use the answer.
    if (this.#isSettled) {
      this.#drop('cancelled');
      return;
    }
    this.#phase = 'request';
    this.#isOnUsedConnection = this.#connection.hasAnswered;
    this.#connection.ask();
    this.#deadlines.watch(this);
  }

  /** Called at the first byte of an answer. */
  onResponseStarted(): void {
    this.#phase = 'head';
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (status < 200) {
      this.#countInterim();
      return;
    }
    this.#phase = 'body';
    this.#status = status;
    this.#rawHeaders = rawHeadersOf(controller);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const room = this.#maxBodyBytes - this.#bodyBytes;
    this.#bodyBytes += chunk.length;
    if (chunk.length <= room) {
      this.#chunks.push(chunk);
      return;
    }
    this.#chunks.push(chunk.subarray(0, room));
    this.#end(this.#answer(true));
    this.#drop('body over the limit');
  }

  onResponseEnd(): void {
    this.#connection.finishAnswer();
    this.#end(this.#isIdleTimeout() ? 'lost' : this.#answer(false));
  }

  /** Only CONNECT gets here: what follows its head is not HTTP. */
  onRequestUpgrade(
    controller: Dispatcher.DispatchController,
    status: number,
    _headers: unknown,
    socket: { destroy(): unknown },
  ): void {
    this.#status = status;
    this.#rawHeaders = rawHeadersOf(controller);
    socket.destroy();
    this.#end(this.#answer(false));
  }

  onResponseError(_controller: unknown, error: Error): void {
    if (this.#isSettled) return;
    if (unsendableCodes.has(codeOf(error))) this.#refuse(error);
    else if (error instanceof ConnectError) this.#end(failureOf(error.cause, 'connect'));
    else if (this.#isBodiless(error)) this.#end(this.#answer(false));
    else this.#end(this.#isRepeatable(error) ? 'lost' : this.#failureOf(error));
  }

  /**
   * A 408 that closes a used connection is not an answer. The server closed the connection because it was idle, and its
   * message crossed the request. The request may be sent again on a new connection (RFC 9110 section 15.5.9).
   */
  #isIdleTimeout(): boolean {
    if (this.#status !== 408 || !this.#isOnUsedConnection) return false;
    return this.#answer(false).headers.get('connection')?.[0]?.toLowerCase() === 'close';
  }

  /** Reading a flood of interim answers would keep this process from checking its deadlines. */
  #countInterim(): void {
    this.#interimAnswers += 1;
    if (this.#interimAnswers <= mostInterimAnswers) return;
    const message = `the answer is not HTTP/1.1 (more than ${mostInterimAnswers} interim answers before it)`;
    this.#end({ kind: 'malformed', message });
    this.#drop('interim answers');
  }

  #failureOf(error: Error): Failure {
    return failureOf(this.#connection.alert ?? error, this.#phase);
  }

  /** A 304 declares the length of the body that it omits (RFC 9110 section 8.6), but undici expects that body. */
  #isBodiless(error: Error): boolean {
    return (this.#status === 304 || this.#status === 204) && codeOf(error) === lengthMismatch;
  }

  expire(): void {
    const seen =
      this.#phase === 'body' ? `status ${this.#status} and ${this.#bodyBytes} bytes of body` : 'nothing';
    this.#end({ kind: 'hang', message: `no complete answer in time; seen: ${seen}` });
    this.#drop('deadline');
  }

  cancel(): void {
    this.#end(cancelled);
    this.#drop('cancelled');
  }

  /**
   * A request that was never written did nothing. If it was written on a used connection that ended without a byte of
   * an answer, the server had just closed an idle connection, as RFC 9112 section 9.3.1 allows. User agents repeat such
   * a request whatever its method. The repetition uses a new connection, where the same end is a fault of the target.
   */
  #isRepeatable(error: Error): boolean {
    if (this.#phase === 'connect') return true;
    return this.#phase === 'request' && this.#isOnUsedConnection && isConnectionLost(error);
  }

  #answer(isCut: boolean): Answer {
    const [first] = this.#chunks;
    const body = first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    const kept = isCut ? Buffer.from(body.subarray(0, keptOfCut)) : body;
    return new Answer(this.#status, this.#rawHeaders, kept, isCut);
  }

  #refuse({ message }: Error): void {
    this.#isSettled = true;
    this.#deadlines.forget(this);
    this.#promise.reject(new UnsendableRequest(message));
  }

  #end(outcome: RequestOutcome): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#deadlines.forget(this);
    this.#promise.resolve(outcome);
  }

  #drop(reason: string): void {
    this.#controller?.abort(new Error(reason));
  }
}

function rawHeadersOf({ rawHeaders }: Dispatcher.DispatchController): readonly Buffer[] {
  return Array.isArray(rawHeaders) ? rawHeaders.filter((part): part is Buffer => Buffer.isBuffer(part)) : [];
}

/** A request in the form that undici takes. Nothing is added, and the path is not changed. */
export function dispatchOptions(wire: WireRequest): Dispatcher.DispatchOptions {
  const headers: string[] = [];
  for (const [name, value] of wire.headers) headers.push(name, value);
  return { method: wire.method, path: wire.path, headers, body: wire.body };
}
