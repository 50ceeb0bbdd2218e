import type { JsonObject } from '../../../spec/json-object.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { onSuccess } from './change-answer.ts';
import { onCall } from './change-call.ts';

/** The last name of each client, by id. Updated with every call. */
export function clientNames(behaviour: ReferenceBehaviour): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  onCall(behaviour, 'all', (call, { store }) => {
    for (const { client_id, client_name } of store.clients.values()) names.set(client_id, client_name);
    return call;
  });
  return names;
}

/** The ids of the clients that came with a generated token. Updated with every answer. */
export function generatedClients(behaviour: ReferenceBehaviour): ReadonlySet<unknown> {
  const ids = new Set<unknown>();
  onSuccess(behaviour, ['oauth_generate_token_post'], (body) => {
    ids.add(body['client_id']);
    return body;
  });
  return ids;
}

/** The answer to each registration, by the client's id. Updated with every answer. */
export function registrations(behaviour: ReferenceBehaviour): ReadonlyMap<unknown, JsonObject> {
  const first = new Map<unknown, JsonObject>();
  onSuccess(behaviour, ['oauth_client_post'], (body) => {
    first.set(body['client_id'], body);
    return body;
  });
  return first;
}
