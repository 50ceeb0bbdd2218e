import type { Fault } from './fault.ts';

/** A refresh token opens the gateway. */
export const fault: Fault = {
  id: 'bearer-by-refresh-token',
  description: 'A refresh token opens the gateway.',
  trips: ['bearer.refresh-token.refused'],
  install: (behaviour) => {
    behaviour.opensGateway = () => true;
  },
};
