import fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';

/** The types of JSON values. As in JSON Schema, an integer is a number. */
export const jsonTypes = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;

export type JsonType = (typeof jsonTypes)[number];

/**
 * Draws values of a type for a place where another type belongs. They include values that lenient targets convert:
 * `true` for 1, 0 for "0", a value for a list of it, a list of one value for the value itself.
 */
export function wrongValue(type: JsonType): fc.Arbitrary<JsonValue> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'number':
      // Adding zero turns -0 into 0, as JSON.stringify would do silently.
      return fc
        .oneof(fc.integer(), fc.nat(100), fc.double({ noDefaultInfinity: true, noNaN: true }))
        .map((number) => number + 0);
    case 'string':
      return fc.oneof(
        fc.constantFrom('', 'true', 'null', '[]', '{}', 'https://app.example.com/callback'),
        fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
      );
    case 'array':
      return fc.oneof(
        fc.array(fc.string(), { maxLength: 3 }),
        fc.tuple(fc.string()),
        fc.tuple(fc.nat(100)),
        fc.constant([['a']]),
      );
    case 'object':
      return fc.oneof(fc.constant({}), fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }));
  }
}

/** How many values of a wrong type are worth sending in one place. */
export function enoughOfType(type: JsonType): number {
  return { null: 2, boolean: 3, number: 6, string: 6, array: 6, object: 6 }[type];
}
