import type { ReferenceBehaviour, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { Refusal } from '../refusal.ts';
import type { Concern } from './concern.ts';
import { concerns } from './concern.ts';

/** Lets some authenticated calls of operations end in a server error, as an exception that nobody catches does. */
export function failWhen(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  when: (call: Call) => boolean,
): void {
  behaviour.preconditions.push((call) => {
    if (concerns(operations, call) && when(call)) {
      throw new Refusal(500, 'INTERNAL_ERROR', 'Internal Server Error');
    }
  });
}

/** Refuses some authenticated calls of operations that the contract does not let be refused. */
export function refuseWhen(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  when: (call: Call, context: Context) => boolean,
): void {
  behaviour.preconditions.push((call, context) => {
    if (concerns(operations, call) && when(call, context)) {
      throw new Refusal(400, 'INVALID_ARGUMENT', 'The request could not be processed.');
    }
  });
}
