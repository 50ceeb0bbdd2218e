import type { Piece, RequestTemplate, Step } from '../case.ts';
import { longestPage } from '../request/judge-domain.ts';
import { buildRequest, slot } from '../request/build-request.ts';

/** Reads a client after the main request, to check what is stored. */
export function readBackStep(clientId: Piece = slot('client.id')): Step {
  return {
    name: 'read-back',
    role: 'probe',
    operation: 'oauth_client_client_id_get',
    request: buildRequest('oauth_client_client_id_get', { clientId }),
    captures: [],
  };
}

/** Lists clients after the main request, to check that a refused request created nothing. */
export function listAfterStep(): Step {
  return {
    name: 'list-after',
    role: 'probe',
    operation: 'oauth_client_list_post',
    request: buildRequest('oauth_client_list_post', { json: { length: longestPage } }),
    captures: [],
  };
}

/**
 * Calls the gateway with a Bearer token. `use-token-before` comes before the main request. It tells a token that became
 * invalid from a target that takes no Bearer tokens at all.
 */
export function useTokenStep(
  token: Piece = slot('access_token'),
  name: 'use-token' | 'use-token-before' = 'use-token',
): Step {
  return {
    name,
    role: name === 'use-token' ? 'probe' : 'setup',
    operation: 'gateway',
    request: {
      method: 'GET',
      path: ['users', 'me'],
      query: [],
      headers: [],
      credentials: { type: 'bearer', token },
      body: null,
    },
    captures: [],
  };
}

/**
 * The same call of the gateway by another resource, a list of one client, for a target that does not know the resource
 * of `useTokenStep`, which is outside the contract.
 */
export function useTokenElsewhere(request: RequestTemplate): RequestTemplate {
  const { path, body } = buildRequest('oauth_client_list_post', { json: { length: 1 } });
  return { ...request, method: 'POST', path, body };
}

/** Sends the main request again, byte for byte. */
export function replayStep(main: Step): Step {
  return { ...main, name: 'replay', role: 'probe', captures: [] };
}
