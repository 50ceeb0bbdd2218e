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

/** The last value that was read: nearly all answers have the same, and a dozen rules ask. */
let lastRead = { value: '', essence: '' };

function withoutParameters(value: string): string {
  if (lastRead.value !== value) {
    const end = value.indexOf(';');
    lastRead = { value, essence: (end === -1 ? value : value.slice(0, end)).trim().toLowerCase() };
  }
  return lastRead.essence;
}
