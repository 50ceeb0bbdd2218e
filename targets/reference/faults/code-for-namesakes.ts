import { clientNames } from '../wrap/client-names.ts';
import type { Fault } from './fault.ts';

/** A code can be redeemed by any client of the same name. */
export const fault: Fault = {
  id: 'code-for-namesakes',
  description: 'A code can be redeemed by any client of the same name.',
  trips: ['code.client.bound'],
  install: (behaviour) => {
    const names = clientNames(behaviour);
    behaviour.codeFitsClient = (code, client) => names.get(code.clientId) === client.client_name;
  },
};
