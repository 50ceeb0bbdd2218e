import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import type { Answered } from '../rule.ts';
import { errorDuty } from './answer-kind.ts';
import { jsonObjectOf } from './json.ts';

/**
 * The status envelope of an error, or null if the error has another format. The envelope rules then have nothing to
 * judge. For an operation, any one member is enough to recognise an envelope. Gateways send other objects with a
 * `code`, so a gateway's envelope needs `state` or `message_list`.
 */
export function statusEnvelope(answered: Answered): JsonObject | null {
  if (answered.response.status < 400) return null;
  const duty = errorDuty(answered);
  const body = duty === null ? null : jsonObjectOf(answered.response);
  if (body === null) return null;
  if (Object.hasOwn(body, 'state') || Object.hasOwn(body, 'message_list')) return body;
  return duty === 'operation' && Object.hasOwn(body, 'code') ? body : null;
}

/** A message object in an envelope, with its JSON pointer. */
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
