import type { Exchange, WireRequest } from './exchange.ts';

/**
 * How many milliseconds an answer asks to wait before the next attempt, or null if it does not (RFC 9110 section
 * 10.2.3). A date is measured by the target's own clock, if the answer gives it.
 */
export function retryAfterMs({ response }: Exchange): number | null {
  const value = response?.headers.get('retry-after')?.[0]?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // `Date.parse` accepts almost anything as a date.
  const until = /^[A-Z][a-z]+,? .*\d/.test(value) ? Date.parse(value) : Number.NaN;
  const date = Date.parse(response?.headers.get('date')?.[0] ?? '');
  if (Number.isNaN(until)) return null;
  return Math.max(0, until - (Number.isNaN(date) ? Date.now() : date));
}

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Whether a request changes nothing, even on a target with defects: it has a reading method, or it is the list. A list
 * request with a broken body still counts. Another spelling of its path does not, since the target may take it for
 * something else.
 */
export function isReading({ method, path }: Pick<WireRequest, 'method' | 'path'>, basePath: string): boolean {
  return readingMethods.has(method) || (method === 'POST' && path === `${basePath}/oauth/client/list`);
}

/**
 * Whether the request may be sent again if its answer was lost, since the result is the same (RFC 9110 section 9.2.2).
 */
export function isRepeatable(request: WireRequest, basePath: string): boolean {
  return request.method === 'PUT' || request.method === 'DELETE' || isReading(request, basePath);
}
