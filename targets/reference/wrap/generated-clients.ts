import type { Behaviour } from '../behaviour.ts';
import { onSuccess } from './on-success.ts';

/** The ids of the clients that came with a generated token, as they come. */
export function generatedClients(behaviour: Behaviour): ReadonlySet<unknown> {
  const ids = new Set<unknown>();
  onSuccess(behaviour, ['oauth_generate_token_post'], (body) => {
    ids.add(body['client_id']);
    return body;
  });
  return ids;
}
