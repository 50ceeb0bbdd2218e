import type * as fc from 'fast-check';
import { isJsonObject } from '../../spec/json-object.ts';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import { readNumber, readSchemaMap } from '../schema/read-keyword.ts';
import { runMark } from './run-mark.ts';

/** Members of a client that have room for the mark of a run and that a list of clients shows. */
const carriers = ['client_name', 'client_description'] as const;

/**
 * Puts the mark of the run into a client that a request may create, as `text mark text`: so the beginning, the end and
 * the whole of the text are kept. If there is less room, the mark goes into the middle of the text. Either the name or
 * the description gets the mark, so that each is also tested without. The member that the case is about, at the pointer
 * `about`, is left alone. A client without room for the mark is not changed.
 */
export function markClient(client: JsonValue, schema: JsonSchema, about?: string): JsonValue {
  if (!isJsonObject(client)) return client;
  const texts = carriers.flatMap((name) => {
    const text = client[name];
    return typeof text === 'string' ? [{ name, text }] : [];
  });
  if (texts.some(({ text }) => text.includes(runMark))) return client;
  const length = texts.reduce((sum, { text }) => sum + Array.from(text).length, 0);
  const inTurn = length % 2 === 0 ? texts.toReversed() : texts;
  for (const { name, text } of inTurn) {
    const marked = `/${name}` === about ? null : markText(text, limitOf(schema, name));
    if (marked !== null) return { ...client, [name]: marked };
  }
  return client;
}

/** Marks all drawn clients the same way. */
export function markClients(
  clients: fc.Arbitrary<JsonValue>,
  schema: JsonSchema,
  about?: string,
): fc.Arbitrary<JsonValue> {
  return clients.map((client) => markClient(client, schema, about));
}

/** Adds the mark to a text; null if there is no room. Lengths count code points. */
function markText(text: string, limit: number): string | null {
  const characters = Array.from(text);
  const room = limit - characters.length - runMark.length;
  if (room >= characters.length) return `${text}${runMark}${text}`;
  const middle = Math.floor(characters.length / 2);
  return room < 0
    ? null
    : `${characters.slice(0, middle).join('')}${runMark}${characters.slice(middle).join('')}`;
}

function limitOf(schema: JsonSchema, name: string): number {
  const member = typeof schema === 'object' ? readSchemaMap(schema, 'properties').get(name) : undefined;
  return (typeof member === 'object' ? readNumber(member, 'maxLength') : undefined) ?? Infinity;
}
