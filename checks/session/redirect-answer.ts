import type { Attempt } from '../rule.ts';
import { headerValues } from '../read/header-values.ts';
import { fragmentParameters, splitUri } from '../read/redirect.ts';
import { settledAnswer } from './settled-answer.ts';

/** Where an answer sends a user agent. */
export interface RedirectAnswer {
  readonly location: string;
  readonly base: string;
  readonly query: URLSearchParams;
  readonly fragment: URLSearchParams;
}

/** The redirect that a step was answered with, or null where it was answered otherwise. */
export function redirectAnswer(attempt: Attempt, step = 'main'): RedirectAnswer | null {
  const answer = settledAnswer(attempt, step);
  if (answer === null || answer.status < 300 || answer.status >= 400) return null;
  const [location] = headerValues(answer, 'location');
  if (location === undefined) return null;
  const { base, query, fragment } = splitUri(location);
  return {
    location,
    base,
    query: new URLSearchParams(query),
    fragment: fragmentParameters(fragment),
  };
}

/** What a redirect hands over that lets its receiver in: names of parameters, in query or fragment. */
export function grantedParameters({ query, fragment }: RedirectAnswer): readonly string[] {
  return ['code', 'access_token', 'refresh_token', 'id_token'].filter(
    (name) => hasValue(query, name) || hasValue(fragment, name),
  );
}

function hasValue(parameters: URLSearchParams, name: string): boolean {
  return (parameters.get(name) ?? '') !== '';
}

/**
 * Tells whether a redirect goes to a URI: to the URI as written, with or without more in the query, with or without
 * a slash before it.
 */
export function goesTo({ location }: RedirectAnswer, uri: string): boolean {
  if (location === uri) return true;
  const separator = uri.includes('?') ? ['&', '#'] : ['?', '#', '/?', '/#'];
  return separator.some((mark) => location.startsWith(`${uri}${mark}`));
}

/** The host that a user agent contacts for a URI, or null where it would contact none. */
export function hostOf(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).host : null;
}
