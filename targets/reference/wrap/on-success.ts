import type { JsonObject } from '../answer.ts';
import type { Behaviour, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import type { Concern } from './concerns.ts';
import { onAnswer } from './on-answer.ts';

/** Changes the bodies of answers with status 200. */
export function onSuccess(
  behaviour: Behaviour,
  operations: Concern,
  change: (body: JsonObject, call: Call, context: Context) => JsonObject,
): void {
  onAnswer(behaviour, operations, (answer, call, context) =>
    answer.status === 200 && answer.body !== null
      ? { ...answer, body: change(answer.body, call, context) }
      : answer,
  );
}
