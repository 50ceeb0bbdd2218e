import { onSuccess } from '../wrap/on-success.ts';
import { recordOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Empty texts and arrays are left out of answers. */
export const fault: Fault = {
  id: 'empty-members-left-out',
  description: 'Empty texts and arrays are left out of answers.',
  trips: ['response.schema.valid'],
  operations: recordOperations,
  install: (behaviour) => {
    onSuccess(behaviour, recordOperations, (body) =>
      Object.fromEntries(
        Object.entries(body).filter(
          ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
        ),
      ),
    );
  },
};
