import type { JsonObject } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { isJsonObject } from '../read-json.ts';
import { bodyJson } from './body-json.ts';
import type { Concern } from './concerns.ts';
import { onCall } from './on-call.ts';

/** Changes the JSON objects that calls bring, as a lenient reader would. */
export function onJson(
  behaviour: Behaviour,
  operations: Concern,
  change: (members: JsonObject) => JsonObject,
): void {
  onCall(behaviour, operations, (call) => {
    const members = bodyJson(call);
    return isJsonObject(members) ? { ...call, body: Buffer.from(JSON.stringify(change(members))) } : call;
  });
}
