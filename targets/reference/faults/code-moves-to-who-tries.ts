import type { Fault } from './fault.ts';

/** A client that fails to redeem a code can redeem it the next time. */
export const fault: Fault = {
  id: 'code-moves-to-who-tries',
  description: 'A client that fails to redeem a code can redeem it the next time.',
  trips: ['code.client.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const tried = new Set<string>();
    behaviour.codeFitsClient = (code, client) => {
      const attempt = `${code.value} ${client.client_id}`;
      const fits = code.clientId === client.client_id || tried.has(attempt);
      tried.add(attempt);
      return fits;
    };
  },
};
