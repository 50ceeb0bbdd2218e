import { isUtf8 } from 'node:buffer';
import type { Call } from './call.ts';
import { isMediaType } from './media-type.ts';
import { readPairs } from './read-pairs.ts';
import { Refusal } from './refusal.ts';

/** The parameters of a form body, by name. */
export function readForm(call: Call): ReadonlyMap<string, string> {
  if (!isMediaType(call.headers['content-type'], 'application/x-www-form-urlencoded')) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE_ERROR', 'The body is not a form.');
  }
  if (!isUtf8(call.body)) throw new Refusal(400, 'INVALID_DATA_FORMAT', 'The form is not UTF-8.');
  return readPairs(Buffer.from(call.body).toString());
}
