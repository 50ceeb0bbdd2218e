import type { JsonObject } from '../answer.ts';
import type { Call } from '../call.ts';
import { isJsonObject } from '../read-json.ts';
import { bodyJson } from './body-json.ts';

/** The members of a call's JSON body; none where it has no such body. */
export function bodyMembers(call: Call): JsonObject {
  const body = bodyJson(call);
  return isJsonObject(body) ? body : {};
}
