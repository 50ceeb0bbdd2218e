import type { Fault } from './fault.ts';

/** An update that only brings an array into another order leaves it as it is. */
export const fault: Fault = {
  id: 'update-in-other-order-ignored',
  description: 'An update that only brings an array into another order leaves it as it is.',
  trips: ['client.update.replaces'],
  operations: ['oauth_client_client_id_put'],
  install: (behaviour) => {
    const updateClient = behaviour.updateClient;
    behaviour.updateClient = (client, input) =>
      updateClient(client, {
        ...input,
        redirect_uris: reorderedOnly(client.redirect_uris, input.redirect_uris),
      });
  },
};

function reorderedOnly(old: readonly string[], given: readonly string[]): readonly string[] {
  return old.toSorted().join('\n') === given.toSorted().join('\n') ? old : given;
}
