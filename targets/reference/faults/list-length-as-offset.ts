import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** The length and the offset of a list are taken for each other. */
export const fault: Fault = {
  id: 'list-length-as-offset',
  description: 'The length and the offset of a list are taken for each other.',
  trips: ['list.length.honoured'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      typeof members['offset'] === 'number' && members['offset'] > 0 && typeof members['length'] === 'number'
        ? { ...members, offset: members['length'], length: members['offset'] }
        : members,
    );
  },
};
