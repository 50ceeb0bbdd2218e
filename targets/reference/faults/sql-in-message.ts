import { onMessage } from '../wrap/on-message.ts';
import { idOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Messages hold the statement of the database. */
export const fault: Fault = {
  id: 'sql-in-message',
  description: 'Messages hold the statement of the database.',
  trips: ['error.leak.internals'],
  operations: idOperations,
  install: (behaviour) => {
    onMessage(behaviour, idOperations, (message) => ({
      ...message,
      message: "(ProgrammingError) SELECT client_secret FROM oauth_client WHERE client_id = 'x'",
    }));
  },
};
