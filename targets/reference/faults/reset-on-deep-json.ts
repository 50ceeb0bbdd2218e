import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import { resetConnection } from '../wrap/reset-connection.ts';
import type { Fault } from './fault.ts';

/** Deep JSON ends the worker. */
export const fault: Fault = {
  id: 'reset-on-deep-json',
  description: 'Deep JSON ends the worker.',
  trips: ['robustness.connection.kept'],
  operations: jsonOperations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) =>
        concerns(jsonOperations, call) &&
        /(?:[[{][^[\]{}]{0,40}){32}/.test(Buffer.from(call.body).toString()),
      resetConnection,
    );
  },
};
