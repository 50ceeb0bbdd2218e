import { Refusal } from '../refusal.ts';
import type { Fault } from './fault.ts';

/** A filter with another operator than == is refused. */
export const fault: Fault = {
  id: 'list-filter-operators-refused',
  description: 'A filter with another operator than == is refused.',
  trips: ['list.filter.accepted'],
  operations: ['oauth_client_list_post'],
  install: (behaviour) => {
    const read = behaviour.readFilter;
    behaviour.readFilter = (text) => {
      if (/=(?:lt|le|gt|ge)=|!=/.test(text))
        throw new Refusal(400, 'INVALID_ARGUMENT', 'The filter is not supported.');
      return read(text);
    };
  },
};
