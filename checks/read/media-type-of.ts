import type { HttpResponse } from '../../driver/exchange.ts';
import { headerValues } from './header-values.ts';

/**
 * The media type of an answer, in lower case and without parameters (RFC 9110 section 8.3.1); null where it names
 * none or, against the standard, several that differ.
 */
export function mediaTypeOf(response: HttpResponse): string | null {
  const [first, ...others] = headerValues(response, 'content-type').map(withoutParameters);
  if (first === undefined || first === '' || others.some((other) => other !== first)) return null;
  return first;
}

function withoutParameters(value: string): string {
  const end = value.indexOf(';');
  return (end === -1 ? value : value.slice(0, end)).trim().toLowerCase();
}
