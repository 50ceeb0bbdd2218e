import type { JsonValue } from '../../spec/json-schema.ts';
import type { Piece, Step } from '../case.ts';
import { buildRequest, slot } from '../request/build-request.ts';

export function readStep(clientId: Piece = slot('client.id')): Step {
  return {
    name: 'read',
    role: 'setup',
    operation: 'oauth_client_client_id_get',
    request: buildRequest('oauth_client_client_id_get', { clientId }),
    captures: [],
  };
}

/** Replaces a client. Its secret may change: `secretInto` names the slot that receives it. */
export function updateStep(
  input: JsonValue,
  {
    clientId = slot('client.id'),
    secretInto,
  }: { readonly clientId?: Piece; readonly secretInto?: string } = {},
): Step {
  return {
    name: 'update',
    role: 'setup',
    operation: 'oauth_client_client_id_put',
    request: buildRequest('oauth_client_client_id_put', { clientId, json: input }),
    captures: secretInto === undefined ? [] : [{ slot: secretInto, from: 'body', pointer: '/client_secret' }],
  };
}

export function deleteStep(clientId: Piece = slot('client.id')): Step {
  return {
    name: 'delete',
    role: 'setup',
    operation: 'oauth_client_client_id_delete',
    request: buildRequest('oauth_client_client_id_delete', { clientId }),
    captures: [],
  };
}

/** Lists clients, as the main step unless it is given another role. */
export function listStep(query: JsonValue): Step {
  return {
    name: 'main',
    role: 'main',
    operation: 'oauth_client_list_post',
    request: buildRequest('oauth_client_list_post', { json: query }),
    captures: [],
  };
}
