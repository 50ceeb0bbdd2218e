import type { JsonObject } from '../../../spec/json-object.ts';
import type { TargetAnswer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import type { Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { readClientInput } from '../read-client-input.ts';
import { readInteger } from '../read-integer.ts';
import { readJson } from '../read-json.ts';
import { readOptionalChoice, readOptionalText } from '../read-members.ts';
import { Refusal } from '../refusal.ts';
import type { OauthClientResponse } from '../../../spec/models.ts';
import type { Perform } from './operation.ts';

export function clientAnswer(client: OauthClientResponse): TargetAnswer {
  return jsonAnswer(200, { ...client });
}

/** The client that the path names; 404 if there is none. */
export function findClient(call: Call, { store }: Context): OauthClientResponse {
  const client = store.clients.get(decodeSegment(call.clientId));
  // The message does not repeat the id, since it is the caller's text.
  if (client === undefined) throw new Refusal(404, 'ENTITY_NOT_FOUND', 'The client does not exist.');
  return client;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, 'INVALID_DATA_FORMAT', 'The path is not percent-encoded UTF-8.');
  }
}

/** POST /oauth/client. Only the server chooses the id and the secret. */
export const registerClient: Perform = (call, { store, behaviour }) => {
  const input = readClientInput(call, behaviour);
  const client = {
    client_id: behaviour.newClientId(),
    client_secret: behaviour.newClientSecret(),
    ...input,
  };
  store.putClient(client);
  return clientAnswer(client);
};

/** GET /oauth/client/{client_id}. */
export const readClient: Perform = (call, context) => clientAnswer(findClient(call, context));

/**
 * PUT /oauth/client/{client_id}: replaces all four members and keeps the id. The behaviour decides whether there is a
 * new secret.
 */
export const updateClient: Perform = (call, context) => {
  const { behaviour, store } = context;
  const client = findClient(call, context);
  const updated = behaviour.updateClient(client, readClientInput(call, behaviour));
  const kept = behaviour.rotatesClientSecrets
    ? { ...updated, client_secret: behaviour.newClientSecret() }
    : updated;
  store.putClient(kept);
  return clientAnswer(kept);
};

/** DELETE /oauth/client/{client_id}: answers with the client as it was. */
export const deleteClient: Perform = (call, context) => {
  const client = findClient(call, context);
  context.store.removeClient(client.client_id, context.behaviour.tokensOutliveClient);
  return clientAnswer(client);
};

interface ListRequest {
  readonly kind: 'oauth_client';
  readonly sort_attribute: string | undefined;
  readonly sort_order: 'ASCENDING' | 'DESCENDING' | undefined;
  readonly filter: string | undefined;
  readonly length: number;
  readonly offset: number;
}

const int32Maximum = 2n ** 31n - 1n;
const defaultLength = 20n;

/** POST /oauth/client/list: filters, sorts, then takes the page. */
export const listClients: Perform = (call, { store, behaviour }) => {
  const request = readListRequest(call);
  const matches = behaviour.readFilter(request.filter ?? '');
  const found = [...store.clients.values()].filter((client) => matches({ ...client }));
  const length = Math.min(request.length, behaviour.longestPage);
  const page = sort(found, request).slice(request.offset, request.offset + length);
  return jsonAnswer(200, { entities: page, metadata: request });
};

function readListRequest(call: Call): ListRequest {
  const body = readJson(call);
  const { members } = body;
  return {
    kind: readOptionalChoice(members, 'kind', ['oauth_client']) ?? 'oauth_client',
    sort_attribute: readOptionalText(members, 'sort_attribute'),
    sort_order: readOptionalChoice(members, 'sort_order', ['ASCENDING', 'DESCENDING']),
    filter: readOptionalText(members, 'filter'),
    length: Number(readInteger(body, 'length', { minimum: 1n, maximum: int32Maximum }) ?? defaultLength),
    offset: Number(readInteger(body, 'offset', { minimum: 0n, maximum: int32Maximum }) ?? 0n),
  };
}

/**
 * Sorts by the text of an attribute, by default the name; an attribute that clients do not have leaves the order as it
 * is.
 */
function sort(clients: readonly OauthClientResponse[], request: ListRequest): readonly OauthClientResponse[] {
  const { sort_attribute: attribute = 'client_name', sort_order: order } = request;
  const keyOf = (client: JsonObject): string => String(client[attribute]);
  const sorted = clients
    .map((client) => ({ client, key: keyOf({ ...client }) }))
    .sort((a, b) => a.key.localeCompare(b.key))
    .map(({ client }) => client);
  return order === 'DESCENDING' ? sorted.reverse() : sorted;
}
