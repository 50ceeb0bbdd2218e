import type { Behaviour, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { concerns, type Concern } from './concerns.ts';

/** Changes calls of operations before anything looks at them. */
export function onCall(
  behaviour: Behaviour,
  operations: Concern,
  change: (call: Call, context: Context) => Call,
): void {
  behaviour.wrappers.push((call, next, context) =>
    next(concerns(operations, call) ? change(call, context) : call),
  );
}
