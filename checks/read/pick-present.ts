import type { JsonObject } from '../../spec/json-object.ts';

/**
 * The members of `expected` that `actual` has with the same JSON type. A missing or mistyped member violates the
 * schema, and one rule saying so is enough.
 */
export function pickPresent(expected: JsonObject, actual: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(expected).filter(
      ([name, value]) =>
        typeof actual[name] === typeof value && Array.isArray(actual[name]) === Array.isArray(value),
    ),
  );
}
