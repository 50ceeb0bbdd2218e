import { onSuccess } from '../wrap/on-success.ts';
import { recordOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** An array without entries is answered as null. */
export const fault: Fault = {
  id: 'empty-arrays-as-null',
  description: 'An array without entries is answered as null.',
  trips: ['response.schema.valid'],
  operations: recordOperations,
  install: (behaviour) => {
    onSuccess(behaviour, recordOperations, (body) =>
      Object.fromEntries(
        Object.entries(body).map(([name, value]) => [
          name,
          Array.isArray(value) && value.length === 0 ? null : value,
        ]),
      ),
    );
  },
};
