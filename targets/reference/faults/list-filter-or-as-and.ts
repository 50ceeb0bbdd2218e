import type { Fault } from './fault.ts';

/** Of the alternatives of a filter all have to be met. */
export const fault: Fault = {
  id: 'list-filter-or-as-and',
  description: 'Of the alternatives of a filter all have to be met.',
  trips: ['list.filter.finds'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    const read = behaviour.readFilter;
    behaviour.readFilter = (text) => read(text.replaceAll(',', ';'));
  },
};
