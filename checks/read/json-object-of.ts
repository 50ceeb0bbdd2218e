import type { HttpResponse } from '../../driver/exchange.ts';
import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';

/** The body of an answer where it is a JSON object, else null. */
export function jsonObjectOf(response: HttpResponse): JsonObject | null {
  const { json } = response;
  return isJsonObject(json) ? json : null;
}
