import { bodyMembers } from '../wrap/body-members.ts';
import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import { resetConnection } from '../wrap/reset-connection.ts';
import type { Fault } from './fault.ts';

/** A null where text is asked for ends the worker. */
export const fault: Fault = {
  id: 'reset-on-null',
  description: 'A null where text is asked for ends the worker.',
  trips: ['robustness.connection.kept'],
  operations: jsonOperations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call, answer) =>
        answer.status === 400 &&
        concerns(jsonOperations, call) &&
        Object.values(bodyMembers(call)).includes(null),
      resetConnection,
    );
  },
};
