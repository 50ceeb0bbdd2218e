import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_put'] as const;

/** An update splits redirect URIs at commas. */
export const fault: Fault = {
  id: 'redirect-uris-split-at-commas',
  description: 'An update splits redirect URIs at commas.',
  trips: ['client.update.echoed'],
  operations,
  install: (behaviour) => {
    const updateClient = behaviour.updateClient;
    behaviour.updateClient = (client, input) =>
      updateClient(client, {
        ...input,
        redirect_uris: input.redirect_uris.flatMap((uri) => uri.split(',')),
      });
  },
};
