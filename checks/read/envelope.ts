import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import type { Answered } from '../rule.ts';
import { errorDuty } from './answer-kind.ts';
import { jsonObjectOf } from './json.ts';

/**
 * The status envelope of an error, or null where the error has another form; the rules on envelopes then have
 * nothing to judge. Of an operation any member of the envelope is enough to be taken for one. Gateways make
 * other objects with a `code`, so theirs needs `state` or `message_list`.
 */
export function statusEnvelope(answered: Answered): JsonObject | null {
  if (answered.response.status < 400) return null;
  const duty = errorDuty(answered);
  const body = duty === null ? null : jsonObjectOf(answered.response);
  if (body === null) return null;
  if (Object.hasOwn(body, 'state') || Object.hasOwn(body, 'message_list')) return body;
  return duty === 'operation' && Object.hasOwn(body, 'code') ? body : null;
}

/** A message of an envelope that is an object, with its pointer. */
export interface Message {
  readonly at: string;
  readonly value: JsonObject;
}

/** The messages of an envelope that are objects. */
export function messagesOf(envelope: JsonObject): readonly Message[] {
  return arrayOrEmpty(envelope['message_list']).flatMap((value, index) =>
    isJsonObject(value) ? [{ at: `/message_list/${index}`, value }] : [],
  );
}
