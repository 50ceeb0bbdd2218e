import type { Behaviour } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { Refusal } from '../refusal.ts';
import { concerns, type Concern } from './concerns.ts';

/** Lets some authenticated calls of operations end in a server error, as an exception that nobody catches does. */
export function failWhen(behaviour: Behaviour, operations: Concern, when: (call: Call) => boolean): void {
  behaviour.preconditions.push((call) => {
    if (concerns(operations, call) && when(call)) {
      throw new Refusal(500, 'INTERNAL_ERROR', 'Internal Server Error');
    }
  });
}
