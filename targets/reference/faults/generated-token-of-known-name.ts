import { onSuccess } from '../wrap/on-success.ts';
import type { JsonObject } from '../answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A token is generated once for a name, and answered again for the same name. */
export const fault: Fault = {
  id: 'generated-token-of-known-name',
  description: 'A token is generated once for a name, and answered again for the same name.',
  trips: ['client.id.new'],
  operations,
  install: (behaviour) => {
    const answers = new Map<string, JsonObject>();
    onSuccess(behaviour, operations, (body, _call, { store }) => {
      const id = String(body['client_id']);
      const name = store.clients.get(id)?.client_name ?? '';
      const known = answers.get(name);
      if (known === undefined) {
        answers.set(name, body);
        return body;
      }
      store.removeClient(id, false);
      return known;
    });
  },
};
