import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** The offset counts pages instead of clients. */
export const fault: Fault = {
  id: 'list-offset-in-pages',
  description: 'The offset counts pages instead of clients.',
  trips: ['list.offset.moves'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      typeof members['offset'] === 'number' && typeof members['length'] === 'number'
        ? { ...members, offset: Math.min(members['offset'] * members['length'], 2 ** 31 - 1) }
        : members,
    );
  },
};
