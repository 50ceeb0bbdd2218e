import { generatedClients } from '../wrap/generated-clients.ts';
import type { Fault } from './fault.ts';

/** The refresh token of generate_token opens the gateway. */
export const fault: Fault = {
  id: 'generated-refresh-token-opens-gateway',
  description: 'The refresh token of generate_token opens the gateway.',
  trips: ['bearer.refresh-token.refused'],
  install: (behaviour) => {
    const generated = generatedClients(behaviour);
    behaviour.opensGateway = ({ kind, grant }) => kind === 'access_token' || generated.has(grant.clientId);
  },
};
