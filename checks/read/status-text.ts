import type { Exchange } from '../../driver/exchange.ts';
import { show } from './show.ts';
import { toldBy } from './told.ts';

/**
 * The status of an answer that came in place of a refusal, as a violation quotes it. A redirect may grant access, tell
 * an error, or do neither. These are different defects, so the text says which it is.
 */
export function statusText(exchange: Exchange): string {
  const { response } = exchange;
  if (response === null) return 'no answer';
  const status = String(response.status);
  const told = toldBy(exchange);
  if (told === null) return status;
  if (told.granted.length > 0) return `${status} that grants ${told.granted.join(', ')}`;
  return told.error === null
    ? `${status} without error or code`
    : `${status} that redirects with error ${show(told.error)}`;
}
