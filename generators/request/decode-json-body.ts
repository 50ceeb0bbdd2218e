import { compileSchema } from '../../spec/compile-schema.ts';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import { readSchema, readSchemaMap, readText } from '../schema/read-keyword.ts';
import type { WireRequest } from '../../driver/exchange.ts';
import { jsonMediaType } from './build-request.ts';
import { decodeUtf8, readMediaType } from './decode-parts.ts';
import type { Oddity } from './finding.ts';
import { judgeDomain } from './judge-domain.ts';
import { scanJson } from './scan-json.ts';

/** Reads a JSON body as a server would, and finds every reason why it is not plainly valid. */
export function decodeJsonBody(
  schema: JsonSchema,
  headers: WireRequest['headers'],
  bytes: Uint8Array,
): readonly Oddity[] {
  const mediaType = readMediaType(headers);
  if (mediaType?.essence !== jsonMediaType || mediaType.charset !== 'utf-8') {
    return [{ label: 'unclear', at: 'header:content-type', reason: 'another media type than JSON in UTF-8' }];
  }
  const text = decodeUtf8(bytes);
  if (text === null) return [{ label: 'unclear', at: '', reason: 'not UTF-8' }];
  // RFC 8259 section 8.1: a parser may ignore a byte order mark.
  if (text.startsWith('\uFEFF')) return [{ label: 'unclear', at: '', reason: 'a byte order mark' }];
  const value = parseJson(text);
  if (value === undefined) return [{ label: 'invalid', at: '', reason: 'not JSON' }];
  return [...judgeText(text, schema), ...judgeValue(value, schema)];
}

/** Finds every reason why a body sent as plain JSON is not plainly valid. */
export function judgeJson(value: JsonValue, schema: JsonSchema): readonly Oddity[] {
  return [...judgeText(JSON.stringify(value), schema), ...judgeValue(value, schema)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function judgeText(text: string, schema: JsonSchema): readonly Oddity[] {
  const { duplicates, oddTexts, numbers } = scanJson(text);
  return [
    ...duplicates.map((at): Oddity => ({ label: 'unclear', at, reason: 'a repeated member' })),
    ...oddTexts.map((at): Oddity => ({ label: 'neither', at, reason: 'odd characters' })),
    ...numbers.flatMap(([at, written]) => judgeInteger(at, written, schema)),
  ];
}

/** Judges a number by its spelling: `JSON.parse` takes 1.0 for 1, and rounds beyond 2^53. */
function judgeInteger(at: string, written: string, schema: JsonSchema): readonly Oddity[] {
  const member = schemaAt(schema, at);
  if (typeof member !== 'object' || member['type'] !== 'integer') return [];
  if (!/^-?\d+$/.test(written)) {
    return Number.isSafeInteger(Number(written))
      ? [{ label: 'neither', at, reason: 'an integer that is written as a fraction' }]
      : [];
  }
  if (written === '-0') return [{ label: 'neither', at, reason: 'a negative zero' }];
  const isInRange =
    readText(member, 'format') !== 'int64' || BigInt(written) === BigInt.asIntN(64, BigInt(written));
  return isInRange ? [] : [{ label: 'invalid', at, reason: 'beyond int64' }];
}

function schemaAt(schema: JsonSchema, pointer: string): JsonSchema | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<JsonSchema | undefined>((inner, key) => {
      if (typeof inner !== 'object') return undefined;
      return readSchemaMap(inner, 'properties').get(key) ?? readSchema(inner, 'items');
    }, schema);
}

function judgeValue(value: unknown, schema: JsonSchema): readonly Oddity[] {
  const errors = compileSchema(schema)(value);
  if (errors.length > 0) {
    return errors.map(({ pointer, message }): Oddity => ({
      label: 'invalid',
      at: pointer,
      reason: message,
    }));
  }
  if (typeof value !== 'object' || value === null) return [];
  const described =
    typeof schema === 'object' ? readSchemaMap(schema, 'properties') : new Map<string, unknown>();
  return Object.entries(value).flatMap(([name, member]): readonly Oddity[] =>
    described.has(name)
      ? judgeDomain(name, member, `/${name}`)
      : [{ label: 'neither', at: `/${name}`, reason: 'not described' }],
  );
}
