import { onSuccess } from '../wrap/on-success.ts';
import type { Variant } from './variant.ts';

/** Others register clients of the same names meanwhile: one for every eighth of ours. */
export const variant: Variant = {
  id: 'namesakes-of-others',
  description: 'Others register clients of the same names meanwhile.',
  install: (behaviour) => {
    let count = 0;
    onSuccess(behaviour, ['oauth_client_post'], (body, _call, { store }) => {
      const client = store.clients.get(String(body['client_id']));
      count += 1;
      if (client !== undefined && count % 8 === 0)
        store.putClient({
          ...client,
          client_id: behaviour.newClientId(),
          client_secret: behaviour.newClientSecret(),
        });
      return body;
    });
  },
};
