import type { HttpResponse } from '../../driver/exchange.ts';
import { rememberLast } from '../../spec/remember.ts';

const none: readonly string[] = [];

/** All field lines of a header, in order. `name` is in lower case. */
export function headerValues(response: HttpResponse, name: string): readonly string[] {
  return response.headers.get(name) ?? none;
}

/**
 * The media type of an answer, in lower case and without parameters (RFC 9110 section 8.3.1). Null if the answer names
 * none or, against the standard, names several different ones.
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

/**
 * Tells whether the answer says `no-store` (RFC 9111 section 5.2.2.5). `no-cache` and `private` do not keep an answer out
 * of every cache.
 */
export function hasNoStore(response: HttpResponse): boolean {
  return hasDirective(response, 'cache-control', 'no-store');
}

/** Tells whether the answer says `no-cache` in a Pragma (RFC 9111 section 5.4). */
export function hasPragmaNoCache(response: HttpResponse): boolean {
  return hasDirective(response, 'pragma', 'no-cache');
}

/** On any field line, and beside any other directives. */
function hasDirective(response: HttpResponse, name: string, directive: string): boolean {
  return headerValues(response, name).some((line) =>
    line.split(',').some((part) => part.trim().toLowerCase() === directive),
  );
}
