import { bodyMembers } from '../wrap/body-members.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

/** An empty array counts as missing. */
export const fault: Fault = {
  id: 'empty-arrays-refused',
  description: 'An empty array counts as missing.',
  trips: ['request.valid.accepted'],
  operations: namingOperations,
  install: (behaviour) => {
    refuseWhen(behaviour, namingOperations, (call) =>
      Object.values(bodyMembers(call)).some((value) => Array.isArray(value) && value.length === 0),
    );
  },
};
