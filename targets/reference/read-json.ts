import { isUtf8 } from 'node:buffer';
import type { JsonObject } from './answer.ts';
import type { Call } from './call.ts';
import { isMediaType } from './media-type.ts';
import { Refusal } from './refusal.ts';

/** The members of a body that must be a JSON object. */
export function readJson(call: Call): JsonObject {
  if (!isMediaType(call.headers['content-type'], 'application/json')) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE_ERROR', 'The body is not application/json.');
  }
  if (!isUtf8(call.body)) throw new Refusal(400, 'INVALID_DATA_FORMAT', 'The body is not UTF-8.');
  const members = parse(Buffer.from(call.body).toString());
  if (isJsonObject(members)) return members;
  throw new Refusal(400, 'INVALID_REQUEST', 'The body is not a JSON object.');
}

/** Tells a JSON object from all other values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'DESERIALIZATION_FAILED', 'The body is not JSON.');
  }
}
