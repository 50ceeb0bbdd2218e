import type { Answer } from '../answer.ts';
import type { Behaviour, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { concerns, type Concern } from './concerns.ts';

/** Changes the answers of operations. */
export function onAnswer(
  behaviour: Behaviour,
  operations: Concern,
  change: (answer: Answer, call: Call, context: Context) => Answer,
): void {
  behaviour.wrappers.push(async (call, next, context) => {
    const answer = await next(call);
    return concerns(operations, call) ? change(answer, call, context) : answer;
  });
}
