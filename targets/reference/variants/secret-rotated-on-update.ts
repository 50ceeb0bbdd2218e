import type { Variant } from './variant.ts';

/** An update gives the client a new secret and answers it. */
export const variant: Variant = {
  id: 'secret-rotated-on-update',
  description: 'An update gives the client a new secret and answers it.',
  install: (behaviour) => {
    behaviour.updateClient = (client, input) => ({
      ...client,
      ...input,
      client_secret: behaviour.newClientSecret(),
    });
  },
};
