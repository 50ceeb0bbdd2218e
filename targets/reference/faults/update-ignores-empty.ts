import type { ClientInput } from '../store.ts';
import type { Fault } from './fault.ts';

/** An update leaves a member as it is if its new value is empty. */
export const fault: Fault = {
  id: 'update-ignores-empty',
  description: 'An update leaves a member as it is if its new value is empty.',
  trips: ['client.update.echoed', 'client.update.stored'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.updateClient = (client, input) => ({
      ...client,
      ...Object.fromEntries(
        Object.entries(input).filter(
          ([, value]: [string, ClientInput[keyof ClientInput]]) => value.length > 0,
        ),
      ),
    });
  },
};
