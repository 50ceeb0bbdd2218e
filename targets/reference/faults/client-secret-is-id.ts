import type { Fault } from './fault.ts';

/** The secret of a client is its id in another encoding. */
export const fault: Fault = {
  id: 'client-secret-is-id',
  description: 'The secret of a client is its id in another encoding.',
  trips: ['client.secret.unguessable'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    let id = '';
    const make = behaviour.newClientId;
    behaviour.newClientId = () => (id = make());
    behaviour.newClientSecret = () => Buffer.from(id).toString('hex');
  },
};
