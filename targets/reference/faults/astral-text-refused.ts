import { bodyMembers } from '../wrap/body-members.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

/** Characters beyond the BMP are refused, as by a three-byte database column. */
export const fault: Fault = {
  id: 'astral-text-refused',
  description: 'Characters beyond the BMP are refused, as by a three-byte database column.',
  trips: ['request.valid.accepted'],
  operations: namingOperations,
  install: (behaviour) => {
    refuseWhen(behaviour, namingOperations, (call) =>
      /\p{Surrogate}|[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(bodyMembers(call))),
    );
  },
};
