import { isUtf8 } from 'node:buffer';
import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';
import type { Call } from './call.ts';
import { isMediaType } from './media-type.ts';
import { Refusal } from './refusal.ts';

/** A JSON body: its members, and its text for numbers that a double cannot hold. */
export interface JsonBody {
  readonly members: JsonObject;
  readonly text: string;
}

/** Reads a body that must be a JSON object. */
export function readJson(call: Call): JsonBody {
  if (!isMediaType(call.headers['content-type'], 'application/json')) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE_ERROR', 'The body is not application/json.');
  }
  if (!isUtf8(call.body)) throw new Refusal(400, 'INVALID_DATA_FORMAT', 'The body is not UTF-8.');
  const text = Buffer.from(call.body).toString();
  const members = parse(text);
  if (isJsonObject(members)) return { members, text };
  throw new Refusal(400, 'INVALID_REQUEST', 'The body is not a JSON object.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'DESERIALIZATION_FAILED', 'The body is not JSON.');
  }
}
