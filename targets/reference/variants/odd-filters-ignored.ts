import { parseFilter } from '../parse-filter.ts';
import { mapMembers } from '../wrap/map-members.ts';
import { onJson } from '../wrap/on-json.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_client_list_post'] as const;

function isFilter(text: string): boolean {
  try {
    parseFilter(text);
    return true;
  } catch {
    return false;
  }
}

/** A filter that is not FIQL is ignored. */
export const variant: Variant = {
  id: 'odd-filters-ignored',
  description: 'A filter that is not FIQL is ignored.',
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      mapMembers(members, (value, name) =>
        name === 'filter' && typeof value === 'string' && !isFilter(value) ? '' : value,
      ),
    );
  },
};
