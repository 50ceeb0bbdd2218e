import { generatedClients } from '../wrap/generated-clients.ts';
import type { Fault } from './fault.ts';

/** A generated refresh token works for any client. */
export const fault: Fault = {
  id: 'generated-token-for-any-client',
  description: 'A generated refresh token works for any client.',
  trips: ['refresh.client.bound'],
  install: (behaviour) => {
    const generated = generatedClients(behaviour);
    behaviour.refreshFitsClient = ({ grant }, client) =>
      grant.clientId === client.client_id || generated.has(grant.clientId);
  },
};
