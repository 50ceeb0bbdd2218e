import type { JsonObject } from '../../spec/json-object.ts';
import type { ServerResponse } from 'node:http';

/** The status, headers and body bytes that are sent (empty if there is no body). */
export interface Rendered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

/** Writes an answer itself, instead of `writeAnswer`, for defects and peculiarities of the transport. */
export type AnswerWriter = (response: ServerResponse, rendered: Rendered) => void;

/** An answer before it is written. */
export interface TargetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject | null;
  /** Sent unchanged instead of `body`. */
  readonly payload?: string | Uint8Array;
  readonly wire?: AnswerWriter;
}

/** A JSON answer. No answer of this target may be stored, since most of them hold a secret (RFC 6749 section 5.1). */
export function jsonAnswer(
  status: number,
  body: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): TargetAnswer {
  return {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
      ...headers,
    },
    body,
  };
}

/** A redirect without a body. Characters that a header cannot hold are percent-encoded. */
export function redirectAnswer(location: string): TargetAnswer {
  const safe = location.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return { status: 302, headers: { Location: safe, 'Cache-Control': 'no-store' }, body: null };
}
