import type { JsonObject } from '../../spec/json-object.ts';
import type { ServerResponse } from 'node:http';

/** What goes on the wire: status, headers, and the body in bytes (empty where there is none). */
export interface Rendered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

/** Writes an answer by itself, in place of `writeAnswer`: for defects and oddities of the transport. */
export type AnswerWriter = (response: ServerResponse, rendered: Rendered) => void;

/** An answer before it is written. */
export interface TargetAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject | null;
  /** Sent in place of `body`, as it is. */
  readonly payload?: string | Uint8Array;
  readonly wire?: AnswerWriter;
}

/** A JSON answer. Nothing that this target answers may be stored: most of it holds a secret (RFC 6749 section 5.1). */
export function jsonAnswer(
  status: number,
  body: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): TargetAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
    body,
  };
}

/** A redirect without a body. What a header cannot hold is percent-encoded. */
export function redirectAnswer(location: string): TargetAnswer {
  const safe = location.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return { status: 302, headers: { Location: safe, 'Cache-Control': 'no-store' }, body: null };
}
