import { readClientInput } from '../read-client-input.ts';
import { clientAnswer } from './client-answer.ts';
import { findClient } from './find-client.ts';
import type { Perform } from './operation.ts';

/** PUT /oauth/client/{client_id}: replaces all four members, keeps id and secret. */
export const updateClient: Perform = (call, context) => {
  const client = findClient(call, context);
  const input = readClientInput(call, context.behaviour);
  const updated = context.behaviour.updateClient(client, input);
  context.store.putClient(updated);
  return clientAnswer(updated);
};
