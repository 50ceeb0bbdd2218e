import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** An empty body is waited for. */
export const fault: Fault = {
  id: 'hang-on-empty-body',
  description: 'An empty body is waited for.',
  trips: ['robustness.answer.in-time'],
  operations: jsonOperations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call) => concerns(jsonOperations, call) && call.body.length === 0,
      () => undefined,
    );
  },
};
