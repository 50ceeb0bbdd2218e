import type { Fault } from './fault.ts';

/** Client ids are the time in hundredths of a second. */
export const fault: Fault = {
  id: 'client-ids-of-the-clock',
  description: 'Client ids are the time in hundredths of a second.',
  trips: ['client.race.distinct', 'client.id.unique'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    behaviour.newClientId = () => String(Math.floor(Date.now() / 10));
  },
};
