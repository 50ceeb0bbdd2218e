import type { JsonSchema } from '../../spec/json-schema.ts';
import { readNumber, readSchema, readSchemaMap, readSchemas, readTexts } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { readTypes } from './schema-types.ts';

/** The longest text that is sent, in characters: beyond any likely limit, and less than what gateways cut off. */
export const longestText = 65_536;

/** The longest list that is sent, and the largest object. */
export const mostItems = 256;

/** The most values in one body. */
const mostValues = 20_000;

/** Why no value of a schema is small enough to be sent, or null. */
export function whyTooLarge(schema: SchemaObject): string | null {
  const limits = { minLength: longestText, minItems: mostItems, minProperties: mostItems };
  const over = Object.entries(limits).find(([name, most]) => (readNumber(schema, name) ?? 0) > most);
  if (over !== undefined)
    return `${over[0]} ${String(schema[over[0]])} is more than the ${over[1]} that are sent`;
  return leastValues(schema) > mostValues ? `needs more than the ${mostValues} values that are sent` : null;
}

/** How many values the smallest value of a schema holds, at least. */
function leastValues(schema: JsonSchema): number {
  if (typeof schema === 'boolean') return 1;
  const [type] = readTypes(schema);
  if (type === 'array') {
    const items = Math.max(
      0,
      (readNumber(schema, 'minItems') ?? 0) - readSchemas(schema, 'prefixItems').length,
    );
    return 1 + items * leastValues(readSchema(schema, 'items') ?? true);
  }
  const members = readSchemaMap(schema, 'properties');
  return readTexts(schema, 'required').reduce((sum, name) => sum + leastValues(members.get(name) ?? true), 1);
}

/** The limits in a schema that no request reaches, since that would take too long a text or list. */
export function unreachedLimits(schema: JsonSchema, pointer = ''): readonly { at: string; reason: string }[] {
  if (typeof schema === 'boolean') return [];
  const limits = { maxLength: longestText, maxItems: mostItems };
  const own = Object.entries(limits).flatMap(([name, most]) => {
    const limit = readNumber(schema, name) ?? 0;
    const reason = `${name} ${limit} is not reached: at most ${most} are sent`;
    return limit > most ? [{ at: pointer, reason }] : [];
  });
  const members = [...readSchemaMap(schema, 'properties')];
  return [
    ...own,
    ...members.flatMap(([name, member]) => unreachedLimits(member, `${pointer}/properties/${name}`)),
    ...unreachedLimits(readSchema(schema, 'items') ?? true, `${pointer}/items`),
  ];
}
