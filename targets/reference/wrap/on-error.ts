import type { JsonObject } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Call } from '../call.ts';
import type { Concern } from './concerns.ts';
import { onAnswer } from './on-answer.ts';

/** Changes the envelopes of refusals. */
export function onError(
  behaviour: Behaviour,
  operations: Concern,
  change: (envelope: JsonObject, call: Call) => JsonObject,
): void {
  onAnswer(behaviour, operations, (answer, call) =>
    answer.status >= 400 && answer.body !== null ? { ...answer, body: change(answer.body, call) } : answer,
  );
}
