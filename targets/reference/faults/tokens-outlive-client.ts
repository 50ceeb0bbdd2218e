import type { Fault } from './fault.ts';

/** The tokens of a deleted client live on. */
export const fault: Fault = {
  id: 'tokens-outlive-client',
  description: 'The tokens of a deleted client live on.',
  trips: ['bearer.deleted-client.refused'],
  operations: ['oauth_client_client_id_delete'],
  install: (behaviour) => {
    behaviour.tokensOutliveClient = true;
  },
};
