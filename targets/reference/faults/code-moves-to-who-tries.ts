import { onSecondTry } from '../wrap/on-second-try.ts';
import type { Fault } from './fault.ts';

/** A client that fails to redeem a code can redeem it the next time. */
export const fault: Fault = {
  id: 'code-moves-to-who-tries',
  description: 'A client that fails to redeem a code can redeem it the next time.',
  trips: ['code.client.bound'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const passes = onSecondTry();
    behaviour.codeFitsClient = (code, client) =>
      passes(`${code.value} ${client.client_id}`, code.clientId === client.client_id);
  },
};
