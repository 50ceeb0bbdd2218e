import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list has 20 clients at most. */
export const variant: Variant = {
  id: 'lists-capped-at-20',
  description: 'A list has 20 clients at most.',
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'length' &&
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value > 20 &&
        value < 2 ** 31
          ? 20
          : value,
      ),
    );
  },
};
