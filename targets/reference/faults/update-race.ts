import { setTimeout } from 'node:timers/promises';
import { isJsonObject } from '../read-json.ts';
import type { Fault } from './fault.ts';

/** The name of a client is written later than the rest, and not in order. */
export const fault: Fault = {
  id: 'update-race',
  description: 'The name of a client is written later than the rest, and not in order.',
  trips: ['client.race.whole'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    const counts = new Map<string, number>();
    behaviour.wrappers.push(async (call, next, { store }) => {
      const answer = await next(call);
      if (call.operation !== 'oauth_client_client_id_put' || answer.status !== 200) return answer;
      const count = (counts.get(call.clientId) ?? 0) + 1;
      counts.set(call.clientId, count);
      await setTimeout(count % 2 === 0 ? 5 : 25);
      const client = store.clients.get(call.clientId);
      const name = isJsonObject(answer.body) ? answer.body['client_name'] : undefined;
      if (client !== undefined && typeof name === 'string') store.putClient({ ...client, client_name: name });
      return answer;
    });
  },
};
