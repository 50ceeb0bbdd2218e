import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A client id that is a property of every object ends in a server error. */
export const fault: Fault = {
  id: 'client-id-of-language-500',
  description: 'A client id that is a property of every object ends in a server error.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, ({ clientId }) => clientId in {});
  },
};
