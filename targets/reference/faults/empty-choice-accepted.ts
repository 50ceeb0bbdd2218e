import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const choices = ['kind', 'sort_order'];

const operations = ['oauth_client_list_post'] as const;

/** An empty sort order or kind of a list is taken for none. */
export const fault: Fault = {
  id: 'empty-choice-accepted',
  description: 'An empty sort order or kind of a list is taken for none.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      Object.fromEntries(
        Object.entries(members).filter(([name, value]) => value !== '' || !choices.includes(name)),
      ),
    );
  },
};
