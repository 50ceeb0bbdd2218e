import { bodyMembers } from '../wrap/body-members.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

/** An empty description counts as missing. */
export const fault: Fault = {
  id: 'empty-description-refused',
  description: 'An empty description counts as missing.',
  trips: ['request.valid.accepted'],
  operations: namingOperations,
  install: (behaviour) => {
    refuseWhen(behaviour, namingOperations, (call) => bodyMembers(call)['client_description'] === '');
  },
};
