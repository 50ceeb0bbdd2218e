import type { HttpResponse } from '../../driver/exchange.ts';
import { rememberLast } from '../../spec/remember-last.ts';
import { headerValues } from './header-values.ts';

/**
 * The media type of an answer, in lower case and without parameters (RFC 9110 section 8.3.1); null where it names
 * none or, against the standard, several that differ.
 */
export function mediaTypeOf(response: HttpResponse): string | null {
  const lines = headerValues(response, 'content-type');
  const first = withoutParameters(lines[0] ?? '');
  return first === '' || lines.some((line) => withoutParameters(line) !== first) ? null : first;
}

const withoutParameters = rememberLast((value) => {
  const end = value.indexOf(';');
  return (end === -1 ? value : value.slice(0, end)).trim().toLowerCase();
});
