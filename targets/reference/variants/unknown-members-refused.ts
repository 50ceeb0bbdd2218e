import { bodyMembers } from '../wrap/body-members.ts';
import { inputOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Variant } from './variant.ts';

const known = ['client_name', 'client_description', 'redirect_uris', 'default_scopes'];

/** A member that the contract does not know is refused. */
export const variant: Variant = {
  id: 'unknown-members-refused',
  description: 'A member that the contract does not know is refused.',
  install: (behaviour) => {
    refuseWhen(behaviour, inputOperations, (call) =>
      Object.keys(bodyMembers(call)).some((name) => !known.includes(name)),
    );
  },
};
