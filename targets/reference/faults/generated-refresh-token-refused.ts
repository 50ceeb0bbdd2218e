import type { Fault } from './fault.ts';

/** The refresh token of generate_token is never accepted. */
export const fault: Fault = {
  id: 'generated-refresh-token-refused',
  description: 'The refresh token of generate_token is never accepted.',
  trips: ['generate.refresh.works'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.refreshFitsClient = (token, client) =>
      client.redirect_uris.length > 0 && token.grant.clientId === client.client_id;
  },
};
