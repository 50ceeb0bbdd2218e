import { readClientInput } from '../read-client-input.ts';
import { clientAnswer } from './client-answer.ts';
import { findClient } from './find-client.ts';
import type { Perform } from './operation.ts';

/** PUT /oauth/client/{client_id}: replaces all four members, keeps the id and gives a new secret. */
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
