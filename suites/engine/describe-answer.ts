import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import { toldBy } from '../../checks/read/told.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';

/**
 * Error codes that are shown: those of RFC 6749 (sections 4.1.2.1 and 5.2), RFC 7591 and OpenID Connect, and a few that
 * servers are known to add. Any other text of a target may hold a secret.
 */
const knownErrors: readonly unknown[] = [
  'access_denied',
  'consent_required',
  'interaction_required',
  'invalid_client',
  'invalid_client_id',
  'invalid_client_metadata',
  'invalid_grant',
  'invalid_redirect_uri',
  'invalid_request',
  'invalid_scope',
  'invalid_state',
  'invalid_token',
  'login_required',
  'mismatching_redirect_uri',
  'redirect_uri_mismatch',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
];

/** What came in place of the expected answer, in a few words. */
export function describeAnswer(exchange: Exchange): string {
  const { response, failure } = exchange;
  if (response === null) return failure?.kind ?? 'no answer';
  const error = errorIn(exchange, response);
  return error === null ? `answered ${response.status}` : `answered ${response.status} with error=${error}`;
}

/** A known error code, in a redirect or in a body as RFC 6749 has it. */
function errorIn(exchange: Exchange, response: HttpResponse): string | null {
  const error = toldBy(exchange)?.error ?? resolvePointer(response.json, '/error');
  return typeof error === 'string' && knownErrors.includes(error) ? error : null;
}
