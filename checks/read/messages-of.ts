import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';

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
