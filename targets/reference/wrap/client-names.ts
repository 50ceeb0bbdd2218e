import type { Behaviour } from '../behaviour.ts';
import { onCall } from './on-call.ts';

/** The name that each client has had last, by its id, as calls come. */
export function clientNames(behaviour: Behaviour): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  onCall(behaviour, 'all', (call, { store }) => {
    for (const { client_id, client_name } of store.clients.values()) names.set(client_id, client_name);
    return call;
  });
  return names;
}
