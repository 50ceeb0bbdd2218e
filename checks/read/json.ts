import type { HttpResponse } from '../../driver/exchange.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { isJsonObject } from '../../spec/json-object.ts';

/** The body of an answer if it is a JSON object, else null. */
export function jsonObjectOf(response: HttpResponse): JsonObject | null {
  const { json } = response;
  return isJsonObject(json) ? json : null;
}

/** A value as JSON, or null if it is nested too deep for the stack: a target may send any body. */
export function jsonText(value: unknown): string | null {
  if (value === undefined) return 'absent';
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Tells whether the body begins with a UTF-8 byte order mark. */
export function hasByteOrderMark({ text }: HttpResponse): boolean {
  return text?.startsWith('\ufeff') === true;
}

/**
 * The members of `expected` that `actual` has with the same JSON type. A missing or mistyped member violates the
 * schema, and one rule that says so is enough.
 */
export function pickPresent(expected: JsonObject, actual: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(expected).filter(
      ([name, value]) =>
        typeof actual[name] === typeof value && Array.isArray(actual[name]) === Array.isArray(value),
    ),
  );
}
