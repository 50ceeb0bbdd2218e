import type { Exchange } from '../../driver/exchange.ts';
import { headerValues } from './headers.ts';
import type { Redirect } from './redirect.ts';
import { addedValues, fragmentParameters, parseRedirect } from './redirect.ts';
import { formValues } from './request.ts';

/** The parameters with which a redirect gives its receiver access. */
export const accessParameters = ['code', 'access_token', 'refresh_token', 'id_token'];

/** What a redirect tells its receiver. */
export interface Told {
  /** The names of the parameters that give access. */
  readonly granted: readonly string[];
  /** The error, if there is one and nothing is granted; empty if a page for errors names none. */
  readonly error: string | null;
}

/** A path that ends like `/errors`: a server's own page for users whom it sends back to no client. */
const errorPage = /\/errors?\/?$/i;

/** The redirect of an answer to the redirect URI that was sent, if one was; null if the answer has no Location. */
function redirectIn(exchange: Exchange): Redirect | null {
  const { response } = exchange;
  const [location] = response === null ? [] : headerValues(response, 'location');
  return location === undefined
    ? null
    : parseRedirect(location, formValues(exchange, 'redirect_uri')[0] ?? '');
}

/** The first value of a parameter that an answer adds to the query of a redirect; null if there is none. */
export function redirectValue(exchange: Exchange, name: string): string | null {
  const redirect = redirectIn(exchange);
  return redirect === null ? null : (addedValues(redirect, name)[0] ?? null);
}

/**
 * What an answer tells by redirect: in the query, or in the fragment, where the implicit grant has its errors (RFC 6749
 * sections 4.1.2.1 and 4.2.2.1). The parameters of the redirect URI that was sent may have any name and do not count.
 * Null if the answer is no redirect.
 */
export function toldBy(exchange: Exchange): Told | null {
  const status = exchange.response?.status ?? 0;
  const redirect = status < 300 || status > 399 ? null : redirectIn(exchange);
  if (redirect === null) return null;
  const fragment = fragmentParameters(redirect.fragment);
  const value = (name: string): string | undefined =>
    [...addedValues(redirect, name), ...fragment.getAll(name)].find((text) => text !== '');
  const granted = accessParameters.filter((name) => value(name) !== undefined);
  const error = value('error') ?? (errorPage.test(redirect.base) ? '' : null);
  return { granted, error: granted.length > 0 ? null : error };
}

/** Tells whether an answer refuses by redirect: it tells an error and grants nothing. */
export function refusesByRedirect(exchange: Exchange): boolean {
  return (toldBy(exchange)?.error ?? null) !== null;
}
