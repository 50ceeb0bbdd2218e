import type { ForeignValue } from './clients/foreign-value.ts';

/** A request as it is sent. Not redacted: it stays inside driver, checks and suites. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as sent, base path included. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
}

/** An answer as received. */
export interface HttpResponse {
  readonly status: number;
  /** All values of each header in order, by lower-case name. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** As sent, up to the driver's limit. */
  readonly body: Uint8Array;
  /** Whether the body was longer than the limit. */
  readonly isCut: boolean;
  /** Whether headers and body are omitted, since they hold more secrets than are searched for. */
  readonly isHidden?: true;
  /** The body without its content coding, as text: strict UTF-8, or null if it is not. Decoded once. */
  readonly text: string | null;
  /** The body parsed as JSON, or undefined if it is not JSON. Parsed once. */
  readonly json: unknown;
}

/** Why there is no answer. It is a fact to judge, not an exception. */
export interface Failure {
  readonly kind:
    | 'refused'
    | 'unresolved'
    | 'tls'
    | 'client-certificate'
    | 'proxy'
    | 'hang'
    | 'reset'
    | 'short-body'
    | 'malformed'
    /** The run ended first, which says nothing about the target. */
    | 'cancelled';
  /** One line, without any secret. */
  readonly message: string;
}

/** A request and its answer, or the failure to get one. */
export interface Exchange {
  readonly request: WireRequest;
  readonly response: HttpResponse | null;
  readonly failure: Failure | null;
  /**
   * From the first byte of the request to the last byte of the answer, without the time in which our process was busy.
   */
  readonly durationMs: number;
  /** Whether an earlier attempt was lost on the way, so that the target may have performed the request twice. */
  readonly isRepeated?: boolean;
  /** Values that the answer presents as new but that are not; absent if there are none. */
  readonly foreign?: readonly ForeignValue[];
  /**
   * Whether the target sent unsolicited data on the connection. `after`: after this answer. `before`: after an earlier
   * answer and too late to be reported there, and so before this request. It is never taken for an answer.
   */
  readonly unsolicited?: 'after' | 'before';
}
