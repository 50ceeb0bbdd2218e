import type { Exchange } from './exchange.ts';

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
