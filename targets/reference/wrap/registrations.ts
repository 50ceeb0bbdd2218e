import type { JsonObject } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { onSuccess } from './on-success.ts';

/** What each registration was answered with, by the client's id, as they come. */
export function registrations(behaviour: Behaviour): ReadonlyMap<unknown, JsonObject> {
  const first = new Map<unknown, JsonObject>();
  onSuccess(behaviour, ['oauth_client_post'], (body) => {
    first.set(body['client_id'], body);
    return body;
  });
  return first;
}
