import { readClientInput } from '../read-client-input.ts';
import { clientAnswer } from './client-answer.ts';
import type { Perform } from './operation.ts';

/** POST /oauth/client. The server alone chooses id and secret. */
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
