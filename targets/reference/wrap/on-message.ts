import type { JsonObject } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { isJsonObject } from '../read-json.ts';
import type { Concern } from './concerns.ts';
import { onError } from './on-error.ts';

/** Changes the entries of `message_list` in refusals. */
export function onMessage(
  behaviour: Behaviour,
  operations: Concern,
  change: (message: JsonObject, call: Call) => JsonObject,
): void {
  onError(behaviour, operations, (envelope, call) => {
    const messages = Array.isArray(envelope['message_list'])
      ? envelope['message_list'].filter(isJsonObject)
      : [];
    return { ...envelope, message_list: messages.map((message) => change(message, call)) };
  });
}
