import type { HttpResponse } from '../../driver/exchange.ts';
import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';
import { isOauthError } from './oauth-error.ts';

/** The forms in which errors come, the documented one first. */
export type Dialect =
  | 'status envelope'
  | 'RFC 6749 error'
  | 'problem details'
  | 'framework message'
  | 'other JSON'
  | 'HTML'
  | 'text'
  | 'empty';

/** The form of an error's body, whatever its media type says. */
export function dialectOf({ body, json, text }: HttpResponse): Dialect {
  if (body.length === 0) return 'empty';
  if (json === undefined) return text?.trimStart().startsWith('<') === true ? 'HTML' : 'text';
  return isJsonObject(json) ? dialectOfObject(json) : 'other JSON';
}

function dialectOfObject(json: JsonObject): Dialect {
  if (Object.hasOwn(json, 'state') || Object.hasOwn(json, 'message_list')) return 'status envelope';
  if (isOauthError(json)) return 'RFC 6749 error';
  if (typeof json['title'] === 'string' && Object.hasOwn(json, 'status')) return 'problem details';
  return ['message', 'detail', 'error'].some((name) => typeof json[name] === 'string')
    ? 'framework message'
    : 'other JSON';
}
