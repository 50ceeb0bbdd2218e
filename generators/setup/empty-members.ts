import fc from 'fast-check';
import type { ClientInput } from './fixture-client.ts';

const empty: Omit<ClientInput, 'client_name'> = {
  client_description: '',
  redirect_uris: [],
  default_scopes: [],
};

/**
 * Members of a client that are empty, each alone or several at once: what stores them as null, or leaves them out, shows
 * wherever the client does. Its name stays, so that a client that is left behind can be found.
 */
export const emptyMembers: fc.Arbitrary<Partial<ClientInput>> = fc
  .subarray(Object.entries(empty), { minLength: 1 })
  .map((members) => Object.fromEntries(members));
