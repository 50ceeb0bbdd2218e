import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';
import type { Answered } from '../rule.ts';
import { jsonObjectOf } from './json-object-of.ts';

/** The token in an answer, with its pointer. */
export interface IssuedToken {
  readonly at: string;
  readonly value: JsonObject;
}

/** The token that a success issues: the body of the token operation, a member of a generated one. */
export function tokenOf({ operation, response }: Answered): IssuedToken | null {
  const body = response.status === 200 ? jsonObjectOf(response) : null;
  if (body === null) return null;
  if (operation.id === 'oauth_token_post') return { at: '', value: body };
  const token = body['oauth_token'];
  return isJsonObject(token) ? { at: '/oauth_token', value: token } : null;
}
