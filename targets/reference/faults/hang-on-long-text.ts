import { concerns } from '../wrap/concerns.ts';
import { onWire } from '../wrap/on-wire.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A text over the limit is never answered, as by a pattern that backtracks. */
export const fault: Fault = {
  id: 'hang-on-long-text',
  description: 'A text over the limit is never answered, as by a pattern that backtracks.',
  trips: ['robustness.answer.in-time'],
  operations: namingOperations,
  install: (behaviour) => {
    onWire(
      behaviour,
      (call, answer) => answer.status === 400 && concerns(namingOperations, call) && call.body.length > 1000,
      () => undefined,
    );
  },
};
