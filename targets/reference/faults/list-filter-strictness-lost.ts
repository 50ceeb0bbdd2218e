import type { Fault } from './fault.ts';

/** A filter takes less than for at most, and greater than for at least. */
export const fault: Fault = {
  id: 'list-filter-strictness-lost',
  description: 'A filter takes less than for at most, and greater than for at least.',
  trips: ['list.filter.leaves-out'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    const read = behaviour.readFilter;
    behaviour.readFilter = (text) => read(text.replaceAll('=lt=', '=le=').replaceAll('=gt=', '=ge='));
  },
};
