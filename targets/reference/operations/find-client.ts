import type { Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { Refusal } from '../refusal.ts';
import type { Client } from '../store.ts';

/** The client that the path names; 404 where there is none. */
export function findClient(call: Call, { store }: Context): Client {
  const client = store.clients.get(decodeSegment(call.clientId));
  // The id is not repeated: it is the caller's text.
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
