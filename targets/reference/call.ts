import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { findRoute } from './route.ts';
import type { Route } from './route.ts';
import { splitAt } from './read-pairs.ts';

/** A request as the reference target sees it: routed, but not decoded. */
export interface Call extends Route {
  readonly method: string;
  readonly path: string;
  /** What follows the `?`, or an empty text. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values of the headers in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
}

export function buildCall(
  method: string,
  url: string,
  { headers, rawHeaders }: Pick<IncomingMessage, 'headers' | 'rawHeaders'>,
  body: Uint8Array,
): Call {
  const [path, query] = splitAt(url, '?');
  return { method, path, query, headers, rawHeaders, body, ...findRoute(method, path) };
}
