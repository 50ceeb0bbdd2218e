import { onMessage } from '../wrap/on-message.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Messages hold a path of the server. */
export const fault: Fault = {
  id: 'path-in-message',
  description: 'Messages hold a path of the server.',
  trips: ['error.leak.internals'],
  operations: jsonOperations,
  install: (behaviour) => {
    onMessage(behaviour, jsonOperations, (message) => ({
      ...message,
      message: 'schema /home/nutanix/aplos/schemas/oauth_client.json: not valid',
    }));
  },
};
