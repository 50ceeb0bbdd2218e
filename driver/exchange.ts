import type { ForeignValue } from './clients/foreign-value.ts';

/** A request as it goes on the wire. Not redacted: it stays inside driver, checks and suites. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as sent, base path included. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
}

/** An answer as it came. */
export interface HttpResponse {
  readonly status: number;
  /** Lower-case name to all its values, in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Up to the driver's limit. */
  readonly body: Uint8Array;
  /** Whether the body was longer than the limit. */
  readonly isCut: boolean;
  /** Whether headers and body are left out, since they hold more secrets than are looked for. */
  readonly isHidden?: true;
  /** The body as text: strict UTF-8, or null where it is not. Decoded once. */
  readonly text: string | null;
  /** The body parsed as JSON, or undefined where it is not JSON. Parsed once. */
  readonly json: unknown;
}

/** Why there is no answer. A fact to judge, not an exception. */
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
    /** The run ended first, which says nothing of the target. */
    | 'cancelled';
  /** One line, without any secret. */
  readonly message: string;
}

/** A request and its answer, or the failure to get one. */
export interface Exchange {
  readonly request: WireRequest;
  readonly response: HttpResponse | null;
  readonly failure: Failure | null;
  /** From the first byte of the request to the last of the answer, without the time in which we were busy ourselves. */
  readonly durationMs: number;
  /** Whether an earlier try was lost on its way, so that the target may have performed the request twice. */
  readonly isRepeated?: boolean;
  /** What in the answer is not new although it is given as that; absent where nothing is. */
  readonly foreign?: readonly ForeignValue[];
  /**
   * Whether the target sent something on the connection that no request asked for: `after` this answer, or after one
   * before it and too late to be told there, and so `before` this request. It is never taken for an answer.
   */
  readonly unsolicited?: 'after' | 'before';
}
