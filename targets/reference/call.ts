import type { IncomingHttpHeaders } from 'node:http';
import { findRoute, type Route } from './route.ts';

/** A request as the reference target sees it: routed, nothing decoded. */
export interface Call extends Route {
  readonly method: string;
  readonly path: string;
  /** What follows the `?`, or the empty text. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Makes a call of a request's parts. */
export function buildCall(method: string, url: string, headers: IncomingHttpHeaders, body: Uint8Array): Call {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  return { method, path, query, headers, body, ...findRoute(method, path) };
}
