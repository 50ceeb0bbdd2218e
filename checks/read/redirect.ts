import { rememberLast } from '../../spec/remember.ts';

/** A parsed redirect to a redirect URI. */
export interface Redirect {
  /** The part before query and fragment. */
  readonly base: string;
  /** Parameters of the redirect URI's own query that the redirect dropped, as `name=value`. */
  readonly lost: readonly string[];
  /** Parameters that were added to those of the redirect URI. */
  readonly added: readonly (readonly [name: string, value: string])[];
  readonly fragment: string;
}

/**
 * Parses a Location, given the redirect URI that it was made from. Parameters are compared decoded and in any order,
 * because a server may encode them again. The redirect URI's own parameters are removed first, because they may have
 * any name, even `code`.
 */
export function parseRedirect(location: string, redirectUri: string): Redirect {
  const target = splitUri(location);
  const added = [...parametersOf(target.query)];
  const lost: string[] = [];
  for (const [name, value] of new URLSearchParams(splitUri(redirectUri).query)) {
    const index = added.findIndex((pair) => pair[0] === name && pair[1] === value);
    if (index === -1) lost.push(`${name}=${value}`);
    else added.splice(index, 1);
  }
  return { base: target.base, lost, added, fragment: target.fragment };
}

/** Remembered, because several rules parse the same Location. */
const parametersOf = rememberLast((query): readonly (readonly [string, string])[] => [
  ...new URLSearchParams(query),
]);

/** The values of an added parameter, in order. */
export function addedValues(redirect: Redirect, name: string): readonly string[] {
  return redirect.added.filter((pair) => pair[0] === name).map((pair) => pair[1]);
}

/** The parameters of a fragment, even if a careless server appended a query to it. */
export function fragmentParameters(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment.slice(fragment.indexOf('?') + 1));
}

/** Splits a URI reference by RFC 3986 section 3, without validating or changing any part. */
export function splitUri(uri: string): { base: string; query: string; fragment: string } {
  const [, base = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri) ?? [];
  return { base, query, fragment };
}

const hierarchical = /^([a-z][a-z\d+.-]*:\/\/[^/]*)(.*)$/is;

/**
 * Tells whether two URIs without query and fragment are equal as text, or differ only in what every user agent
 * normalises: case of scheme and host, default port, and `/` for an empty path (RFC 3986 section 6.2.3). Paths are
 * compared as text: a target that resolves dots or escapes in them has changed the redirect URI.
 */
export function isSameDestination(left: string, right: string): boolean {
  if (left === right) return true;
  const [, leftOrigin = '', leftPath = ''] = hierarchical.exec(left) ?? [];
  const [, rightOrigin = '', rightPath = ''] = hierarchical.exec(right) ?? [];
  if ((leftPath || '/') !== (rightPath || '/')) return false;
  return (
    URL.canParse(leftOrigin) &&
    URL.canParse(rightOrigin) &&
    new URL(leftOrigin).href === new URL(rightOrigin).href
  );
}
