import type { Answered } from '../rule.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { errorDuty } from './error-duty.ts';
import { jsonObjectOf } from './json-object-of.ts';

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
