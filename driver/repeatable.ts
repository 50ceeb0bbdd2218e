import type { Exchange, WireRequest } from './exchange.ts';

/**
 * How many milliseconds an answer asks to wait before the next try, or null where it does not (RFC 9110 section
 * 10.2.3). A date is measured by the target's own clock, where it tells it.
 */
export function retryAfterMs({ response }: Exchange): number | null {
  const value = response?.headers.get('retry-after')?.[0]?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // `Date.parse` makes a date of almost anything.
  const until = /^[A-Z][a-z]+,? .*\d/.test(value) ? Date.parse(value) : Number.NaN;
  const date = Date.parse(response?.headers.get('date')?.[0] ?? '');
  if (Number.isNaN(until)) return null;
  return Math.max(0, until - (Number.isNaN(date) ? Date.now() : date));
}

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Whether a request changes nothing, even on a target with defects: it reads by its method, or it is the list. A
 * broken body of the list is still one; another spelling of its path may be something else to the target.
 */
export function isReading({ method, path }: Pick<WireRequest, 'method' | 'path'>, basePath: string): boolean {
  return readingMethods.has(method) || (method === 'POST' && path === `${basePath}/oauth/client/list`);
}

/** Whether the request may be sent again when its answer got lost: the end is the same (RFC 9110 section 9.2.2). */
export function isRepeatable(request: WireRequest, basePath: string): boolean {
  return request.method === 'PUT' || request.method === 'DELETE' || isReading(request, basePath);
}
