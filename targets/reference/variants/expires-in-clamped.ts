import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A lifetime of 0 or less is replaced by the shortest one. */
export const variant: Variant = {
  id: 'expires-in-clamped',
  description: 'A lifetime of 0 or less is replaced by the shortest one.',
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'expires_in' &&
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value <= 0 &&
        value >= -(2 ** 63)
          ? 1
          : value,
      ),
    );
  },
};
