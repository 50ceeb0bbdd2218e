import { clientAnswer } from './client-answer.ts';
import { findClient } from './find-client.ts';
import type { Perform } from './operation.ts';

/** DELETE /oauth/client/{client_id}: answers with the client as it last was. */
export const deleteClient: Perform = (call, context) => {
  const client = findClient(call, context);
  context.store.removeClient(client.client_id, context.behaviour.tokensOutliveClient);
  return clientAnswer(client);
};
