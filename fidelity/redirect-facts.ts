import type { HttpResponse } from '../driver/exchange.ts';
import { headerValues } from '../checks/read/headers.ts';
import { fragmentParameters, parseRedirect, splitUri } from '../checks/read/redirect.ts';
import type { AnswerFact } from './fact.ts';
import { valueFormat } from './value-fact.ts';

/** The request data that a redirect may depend on. */
export interface RedirectContext {
  /** Redirect URIs that were sent in this case, beginning with that of this step. */
  readonly redirectUris: readonly string[];
  readonly state: string | null;
  /** The values of all parameters of this step. */
  readonly values: readonly string[];
}

/** Longer values are not words, and a part of one could be a part of a secret, which would not be found. */
const longestWord = 60;

/** The target of a redirect that follows a parameter other than the client's redirect URI. */
export const namedPlace = 'a place that a parameter names';

/** Where a redirect goes, described by what was sent, and what it carries. Empty for an answer that is no redirect. */
export function redirectFacts(response: HttpResponse, context: RedirectContext): readonly AnswerFact[] {
  const [location] = headerValues(response, 'location');
  if (response.status < 300 || response.status > 399 || location === undefined) return [];
  const own = context.redirectUris.find((uri) => isTo(location, uri));
  const { query, fragment } = splitUri(location);
  const added = own === undefined ? [...new URLSearchParams(query)] : parseRedirect(location, own).added;
  const hidden = [...fragmentParameters(fragment)];
  return [
    fact(
      'destination',
      own === undefined ? destinationOf(location, context) : 'a redirect URI that was sent',
    ),
    fact('parameters', namesOf(added)),
    fact('parameters of the fragment', namesOf(hidden)),
    ...[...added, ...hidden].flatMap(([name, value]) => parameterFact(name, value, context)),
  ];
}

function fact(at: string, value: string): AnswerFact {
  return { facet: 'redirect', at, value };
}

/** Whether a location is a redirect URI as it was sent, including its query; further parameters are allowed. */
function isTo(location: string, uri: string): boolean {
  const { base, lost } = parseRedirect(location, uri);
  return base === splitUri(uri).base && lost.length === 0;
}

function destinationOf(location: string, { redirectUris, values }: RedirectContext): string {
  const { base } = splitUri(location);
  if (values.some((value) => value !== '' && splitUri(value).base === base)) return namedPlace;
  if (!URL.canParse(location)) return 'a relative reference';
  const { protocol, host } = new URL(location);
  const isNear = redirectUris.some((uri) => URL.canParse(uri) && new URL(uri).host === host);
  return isNear ? `elsewhere at the host of a redirect URI, by ${protocol}` : `elsewhere, by ${protocol}`;
}

function namesOf(parameters: readonly (readonly [string, string])[]): string {
  return (
    parameters
      .map(([name]) => name)
      .sort()
      .join(', ') || 'none'
  );
}

function parameterFact(name: string, value: string, { state }: RedirectContext): readonly AnswerFact[] {
  switch (name) {
    case 'state':
      if (value === state) return [fact(name, 'as sent')];
      return [fact(name, state === null ? valueFormat(value) : 'not as sent')];
    case 'code':
      return [fact(name, valueFormat(value))];
    case 'error':
    case 'response_type':
      return [fact(name, value.length > longestWord ? `a text of ${value.length} characters` : value)];
    default:
      return [];
  }
}
