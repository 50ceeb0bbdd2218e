import type { Behaviour, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { Refusal } from '../refusal.ts';
import { concerns, type Concern } from './concerns.ts';

/** Refuses some authenticated calls of operations that the contract does not let be refused. */
export function refuseWhen(
  behaviour: Behaviour,
  operations: Concern,
  when: (call: Call, context: Context) => boolean,
): void {
  behaviour.preconditions.push((call, context) => {
    if (concerns(operations, call) && when(call, context)) {
      throw new Refusal(400, 'INVALID_ARGUMENT', 'The request could not be processed.');
    }
  });
}
