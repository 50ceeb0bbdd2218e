import type { Exchange } from '../../driver/exchange.ts';
import { headerValues } from './headers.ts';
import { addedValues, fragmentParameters, parseRedirect } from './redirect.ts';
import { formValues } from './request.ts';
import { show } from './show.ts';

/** The parameters with which a redirect gives its receiver access. */
const grants = ['code', 'access_token', 'refresh_token', 'id_token'];

/**
 * The status of an answer that came in place of a refusal, as a violation quotes it. A redirect may grant access, tell
 * an error to the redirect URI, or do neither. These are different defects, so the text says which it is.
 */
export function statusText(exchange: Exchange): string {
  const { response } = exchange;
  if (response === null) return 'no answer';
  const status = String(response.status);
  const [location] = headerValues(response, 'location');
  if (response.status < 300 || response.status > 399 || location === undefined) return status;
  const told = toldIn(location, formValues(exchange, 'redirect_uri')[0] ?? '');
  const granted = grants.filter((name) => told(name) !== undefined);
  if (granted.length > 0) return `${status} that grants ${granted.join(', ')}`;
  const error = told('error');
  return error === undefined
    ? `${status} without error or code`
    : `${status} that redirects with error ${show(error)}`;
}

/** Reads what a Location tells beyond the redirect URI that was sent, whose own parameters may have any name. */
function toldIn(location: string, redirectUri: string): (name: string) => string | undefined {
  const redirect = parseRedirect(location, redirectUri);
  const fragment = fragmentParameters(redirect.fragment);
  return (name) => [...addedValues(redirect, name), ...fragment.getAll(name)].find((value) => value !== '');
}
